package org.thaw.tck.broken;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/** Q-learning over a table that explores two of three steps of a lane; sound, but for one fault. */
public final class BrokenAgent implements Agent {
    /** Ways to break the contract of agents. */
    public enum Fault { NONE, ACTS_ILLEGALLY, ACTING_LEARNS, FORGETS_ITS_CONTEXT, HOLDS_ON_TO_STEPS, WRITES_INTO_STEPS, LEARNS_NOTHING }

    /** Which fault. */
    public record Config(@Parameter("the fault") Fault fault) {
    }

    /** Makes agents with one fault each. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "broken-agent", summary = "Has one fault.")
    public static final class Factory implements LearnerFactory<Config, BrokenAgent> {
        @Override
        public BrokenAgent create(Config configuration, Signature signature, Context context) {
            return new BrokenAgent(configuration.fault(), signature, context);
        }
    }

    private record Count(long updates) {
    }

    private final Fault fault;
    private final Signature signature;
    private final Context context;
    private final int actions;
    private final float[] table;
    private final Tensor values;
    private long updates;

    private BrokenAgent(Fault fault, Signature signature, Context context) {
        if (!(signature.input() instanceof Space.Categorical states) || !(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("expected numbers, not " + signature);
        }
        this.fault = fault;
        this.signature = signature;
        this.context = context;
        actions = signature.choices();
        table = new float[states.count() * actions];
        values = Tensor.of(table, states.count(), actions);
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return new Acting(mode, context.random("exploration"));
    }

    @Override
    public void learn(Transitions transitions) {
        for (int lane = 0; lane < transitions.lanes() && fault != Fault.LEARNS_NOTHING; lane++) {
            for (int t = 0; t < transitions.length(); t++) {
                Step next = transitions.to(lane, t);
                int entry = transitions.from(lane, t).state() * actions + transitions.decision(lane, t).action().index();
                double later = next.discount() == 0 ? 0 : 0.9 * table[next.state() * actions + best(next)];
                table[entry] += (float) (0.3 * (next.reward() + later - table[entry]));
                updates++;
            }
        }
    }

    private int best(Step step) {
        int best = -1;
        for (int a = 0; a < actions; a++) {
            if (step.legal()[a] && (best < 0 || table[step.state() * actions + a] > table[step.state() * actions + best])) {
                best = a;
            }
        }
        return best;
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "values", values);
        out.record(StateKind.OPTIMISER, "count", new Count(updates));
    }

    @Override
    public void restore(StateReader in) {
        in.into("values", values);
        updates = in.record("count", Count.class).updates();
    }

    private final class Acting implements Policy {
        private final Mode mode;
        private final RandomStream random;
        private final int[] steps = new int[signature.lanes()];
        private Step before = new StepBuffer(signature);

        Acting(Mode mode, RandomStream random) {
            this.mode = mode;
            this.random = random;
        }

        @Override
        public void act(Step step, Decision decision) {
            boolean explores = mode == Mode.EXPLORE && steps[step.lane()]++ % 3 != 0;
            int action = explores ? random.nextInt(actions) : best(step);
            if (fault == Fault.HOLDS_ON_TO_STEPS && before.player() != 0) {
                action = actions - 1;
            }
            before = step;
            decision.choose(step.legal()[action] || fault == Fault.ACTS_ILLEGALLY ? action : actions - 1);
            if (fault == Fault.ACTING_LEARNS) {
                table[0] += 0.001f;
            }
            if (fault == Fault.WRITES_INTO_STEPS) {
                step.legal()[0] = !step.legal()[0];
            }
        }

        @Override
        public void save(StateWriter out) {
            if (fault != Fault.FORGETS_ITS_CONTEXT) {
                out.tensor(StateKind.MEMORY, "steps", Tensor.of(steps, steps.length));
            }
        }

        @Override
        public void restore(StateReader in) {
            if (fault != Fault.FORGETS_ITS_CONTEXT) {
                in.into("steps", Tensor.of(steps, steps.length));
            }
        }
    }
}
