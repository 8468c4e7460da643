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
 * E2, the long-term gap: a student that watched a learner learn, was frozen and took over at T1: does it go on improving as the learner does? In each
 * held-out lifetime the students live ΔT steps from T1 on, beside the teacher, who goes on learning, and a frozen copy of the teacher.
 */
public final class LongTermGap implements Protocol {
    private final Deployment deployment;

    LongTermGap(Config config) {
        this.deployment = config.deployment();
    }

    @Override
    public List<Role> roles() {
        return deployment.schooling().roles(List.of());
    }

    @Override
    public List<String> metrics() {
        return deployment.fidelity() ? List.of("long-term-gap", "snapshot", "cost") : List.of("long-term-gap", "cost");
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
            @Parameter(value = "ΔT, steps that all live on after T1; 0: ten times T1", byDefault = "0", range = "[0,*)") long after,
            @Parameter(value = "steps over which policies are compared, w; 0: a tenth of T1", byDefault = "0", range = "[0,*)") long window,
            @Parameter(value = Deployment.FIDELITY, byDefault = "true") boolean fidelity) {
        public Config {
            students = List.copyOf(students);
            deployment(students, school, histories, steps, lifetimes, after, window, fidelity);
        }

        Deployment deployment() {
            return deployment(students, school, histories, steps, lifetimes, after, window, fidelity);
        }

        private static Deployment deployment(List<Pupil> students, String school, long histories, long steps, long lifetimes, long after, long window, boolean fidelity) {
            Schooling schooling = new Schooling(students, school, histories, steps, lifetimes);
            return new Deployment(schooling, after > 0 ? after : Math.multiplyExact(10, steps), schooling.window(window), fidelity);
        }
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "long-term-gap", summary = "E2: students of a teacher's recorded lives are frozen and live on beside it: do they go on improving?",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new LongTermGap(configuration);
        }
    }
}
