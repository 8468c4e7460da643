package org.thaw.protocols.imitation.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/**
 * E1, the snapshot: does a student that studied a teacher's lives act as the teacher does now? In each held-out lifetime the students take over after
 * T1 steps of the teacher's life and live w steps beside it.
 */
public final class Snapshot implements Protocol {
    private final Deployment deployment;

    Snapshot(Config config) {
        this.deployment = config.deployment();
    }

    @Override
    public List<Role> roles() {
        return deployment.schooling().roles(List.of());
    }

    @Override
    public List<String> metrics() {
        return List.of("snapshot", "cost");
    }

    @Override
    public Signature signature(String learner, Planning planning) {
        return deployment.schooling().signature(List.of(), planning);
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        deployment.schooling().signature(List.of(), planning); // refuses what cannot be followed before anything is learned
        return deployment.plan();
    }

    /** Who studies what, and how long lives are. */
    public record Config(
            @Parameter(Pupil.LIST) List<Pupil> students,
            @Parameter(value = Schooling.SCHOOL, byDefault = "environment") String school,
            @Parameter(value = Schooling.HISTORIES, byDefault = "100", range = "[1,*)") long histories,
            @Parameter(value = Schooling.STEPS, range = "[1,*)") long steps,
            @Parameter(value = Schooling.LIFETIMES, byDefault = "30", range = "[1,*)") long lifetimes,
            @Parameter(value = "steps of each student's life, over which returns are averaged and policies compared, w; 0: a tenth of T1", byDefault = "0", range = "[0,*)") long window,
            @Parameter(value = Deployment.FIDELITY, byDefault = "true") boolean fidelity) {
        public Config {
            students = List.copyOf(students);
            new Schooling(students, school, histories, steps, lifetimes);
        }

        Deployment deployment() {
            Schooling schooling = new Schooling(students, school, histories, steps, lifetimes);
            return new Deployment(schooling, schooling.window(window), schooling.window(window), fidelity);
        }
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "snapshot", summary = "E1: students of a teacher's recorded lives take over from it for a while: do they act as it does?",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new Snapshot(configuration);
        }
    }
}
