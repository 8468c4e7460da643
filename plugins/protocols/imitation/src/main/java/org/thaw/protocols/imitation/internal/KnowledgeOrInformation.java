package org.thaw.protocols.imitation.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;

import java.util.ArrayList;
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
 * E4, knowledge or information. In each held-out lifetime, which is novel to the students, each student lives
 *
 * <ol>
 * <li>w steps with the teacher's life of T1 steps in its context (task {@value #KEPT});
 * <li>from an empty context, for as many steps as {@code longest} context windows have, and w more (task {@value #WIPED}): what the wiped context is
 *     worth at first, and what comes of budgets of experience far beyond the context;
 * <li>as a copy whose weights took {@code updates} updates from the same steps of the teacher's life, from an empty context, w steps (task
 *     {@value #WEIGHTS}, role {@code <student>/weights@…}). The same are the last {@code context} of the T1 steps: a context holds no more, and weights that
 *     study more would be given other data, not other means. {@code wholeLife} lets them study all.
 * </ol>
 *
 * The teacher lives as long as the second from scratch, and w steps beyond T1 at least, for comparison.
 */
public final class KnowledgeOrInformation implements Protocol {
    static final int KEPT = 1;
    static final int WIPED = 2;
    static final int WEIGHTS = 3;

    private final Config config;
    private final Schooling schooling;

    KnowledgeOrInformation(Config config) {
        this.config = config;
        this.schooling = config.schooling();
    }

    @Override
    public List<Role> roles() {
        return schooling.roles(List.of());
    }

    @Override
    public List<String> metrics() {
        return List.of("knowledge-or-information", "cost");
    }

    @Override
    public Signature signature(String learner, Planning planning) {
        return schooling.signature(List.of(), planning);
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        schooling.signature(List.of(), planning); // refuses what cannot be followed before anything is learned
        return schooling.plan(true, this::lifetime);
    }

    private List<Phase> lifetime(long k) {
        long window = schooling.window(config.window());
        long whole = Math.addExact(Math.multiplyExact(config.longest(), config.context()), window);
        List<Phase> phases = new ArrayList<>();
        phases.add(Schooling.renewTeacher(k));
        phases.add(new Phase.Record(Lives.part("life of the teacher", LEARNER, ENVIRONMENT, KEPT, config.steps(), true, false), Schooling.life(k)));
        // marks T1 for whoever reads the events: there students are compared with the teacher
        String frozen = Deployment.FROZEN + k;
        phases.add(new Phase.Fork("fork the teacher", LEARNER, frozen));
        phases.add(Schooling.release(frozen));
        phases.add(Lives.part("the teacher goes on", LEARNER, ENVIRONMENT, KEPT, Math.max(whole - config.steps(), window), false, true));
        for (Pupil pupil : schooling.pupils()) {
            Enrolment kept = Enrolment.of(pupil, k, ".kept");
            phases.addAll(kept.live(Lives.follow(kept.role(), KEPT, Schooling.life(k), config.steps(), false),
                    Lives.part("with the context", kept.role(), ENVIRONMENT, KEPT, window, false, true)));
            Enrolment wiped = Enrolment.of(pupil, k, ".wiped");
            phases.addAll(wiped.live(Lives.whole("from an empty context", wiped.role(), ENVIRONMENT, WIPED, whole)));
            phases.addAll(weights(pupil, k, window));
        }
        phases.addAll(Schooling.random(k, ENVIRONMENT, KEPT, window));
        return phases;
    }

    private List<Phase> weights(Pupil pupil, long k, long window) {
        String role = pupil.role() + "/weights@" + k;
        return List.of(new Phase.Fork("a copy to be taught", Schooling.thawed(pupil), role),
                new Phase.Study("study the novel life", role, List.of(Schooling.life(k)), config.studied(), config.updates()),
                new Phase.Freeze("freeze the copy", role),
                new Phase.Renew("wipe the context", role, k, false),
                Lives.whole("with new weights", role, ENVIRONMENT, WEIGHTS, window),
                Schooling.release(role));
    }

    /** Who studies what, and how long lives are. */
    public record Config(
            @Parameter(Pupil.LIST) List<Pupil> students,
            @Parameter(value = Schooling.SCHOOL, byDefault = "environment") String school,
            @Parameter(value = Schooling.HISTORIES, byDefault = "100", range = "[1,*)") long histories,
            @Parameter(value = Schooling.STEPS, range = "[1,*)") long steps,
            @Parameter(value = Schooling.LIFETIMES, byDefault = "30", range = "[1,*)") long lifetimes,
            @Parameter(value = "steps that a student's context holds; of several students the longest", range = "[1,*)") long context,
            @Parameter(value = "the greatest budget of experience, in context windows", byDefault = "50", range = "[1,*)") long longest,
            @Parameter(value = "updates of the weights from the novel life, n", byDefault = "100", range = "[1,*)") long updates,
            @Parameter(value = Schooling.WINDOW, byDefault = "0", range = "[0,*)") long window,
            @Parameter(value = "whether the weights study all T1 steps of the novel life; else the last ones, as many as the context holds, so that both have the same data",
                    byDefault = "false") boolean wholeLife) {
        public Config {
            students = List.copyOf(students);
            new Schooling(students, school, histories, steps, lifetimes);
            if (context < 1 || longest < 1 || updates < 1) {
                throw new IllegalArgumentException("context " + context + ", longest " + longest + ", updates " + updates + ": expected each from 1");
            }
        }

        /** What the weights study of the novel life. */
        Phase.Material studied() {
            return wholeLife || steps <= context ? Phase.Material.ALL : new Phase.Material(1 - context / (double) steps, 1, false);
        }

        Schooling schooling() {
            return new Schooling(students, school, histories, steps, lifetimes);
        }
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "knowledge-or-information", summary = "E4: what a student's context is worth, how far experience beyond it carries, and what new weights would do.",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new KnowledgeOrInformation(configuration);
        }
    }
}
