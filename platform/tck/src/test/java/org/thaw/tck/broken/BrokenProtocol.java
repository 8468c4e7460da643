package org.thaw.tck.broken;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Plan;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/** Learns, evaluates, and learns on if that went well; sound, but for one fault. */
public final class BrokenProtocol implements Protocol {
    /** Ways to break the contract of protocols. */
    public enum Fault {
        NONE, COUNTS_ITS_PLANS, READS_OUTCOMES_EARLY, ASKING_SKIPS, NAMES_A_STRANGER, NAMES_A_TASK_THAT_IS_NOT, REFUSES_WITHOUT_A_WORD, SUGGESTS_NONSENSE
    }

    /** Which fault. */
    public record Config(@Parameter("the fault") Fault fault) {
    }

    /** Makes protocols with one fault each. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "broken-protocol", summary = "Has one fault.")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new BrokenProtocol(configuration.fault());
        }
    }

    private final Fault fault;
    private int plans;

    private BrokenProtocol(Fault fault) {
        this.fault = fault;
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.learner(Predictor.class), Role.environment(TaskStream.class));
    }

    @Override
    public List<String> metrics() {
        return List.of(fault == Fault.SUGGESTS_NONSENSE ? "Average accuracy!" : "average-accuracy");
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        plans++;
        if (fault == Fault.REFUSES_WITHOUT_A_WORD && planning.tasks(Role.ENVIRONMENT) > 1) {
            throw new IllegalArgumentException();
        }
        boolean early = well(planning);
        Plan plan = Plan.of(learn("learn", 0), new Phase.Evaluate("evaluate", name(), experience(0), Cue.none()))
                .then(() -> (fault == Fault.READS_OUTCOMES_EARLY ? early : well(planning)) ? Plan.of(learn("learn on", 0)) : Plan.of())
                .then(learn("last", fault == Fault.NAMES_A_TASK_THAT_IS_NOT ? 5 : 0));
        if (fault == Fault.COUNTS_ITS_PLANS) {
            plan = plan.then(() -> plans > 1 ? Plan.of(learn("again", 0)) : Plan.of());
        }
        return fault == Fault.ASKING_SKIPS ? skipping(plan) : plan;
    }

    private static boolean well(Planning planning) {
        OptionalDouble accuracy = planning.outcomes().score("evaluate", Role.LEARNER, "accuracy");
        return accuracy.isPresent() && accuracy.getAsDouble() > 0.5;
    }

    private String name() {
        return fault == Fault.NAMES_A_STRANGER ? "teacher" : Role.LEARNER;
    }

    private Phase learn(String phase, int task) {
        return new Phase.Learn(phase, name(), experience(task), Cue.none());
    }

    private static Experience experience(int task) {
        return new Experience.Examples(Role.ENVIRONMENT, 0, Experience.Split.TRAIN, List.of(Portion.task(task)), 8, Budget.epochs(1));
    }

    private static Iterable<Phase> skipping(Iterable<Phase> plan) {
        Iterator<Phase> phases = plan.iterator();
        return () -> new Iterator<>() {
            private int asked;

            @Override
            public boolean hasNext() {
                if (asked++ == 1 && phases.hasNext()) {
                    phases.next();
                }
                return phases.hasNext();
            }

            @Override
            public Phase next() {
                asked = 0;
                return phases.next();
            }
        };
    }
}
