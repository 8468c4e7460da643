package org.thaw.runtime.toys;

import java.util.function.BiConsumer;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/** Linear Q-learning over legal actions; explores the less the longer its policy has lived. */
public final class Surveyor implements Agent, Inspectable {
    public record None() {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "surveyor", summary = "Linear Q-learning.")
    public static final class Factory implements LearnerFactory<None, Surveyor> {
        @Override
        public Surveyor create(None configuration, Signature signature, Context context) {
            return new Surveyor(signature, context.random("explore"));
        }
    }

    private record Count(long updates) {
    }

    private final RandomStream random;
    private final int inputs;
    private final int actions;
    private final double[] w;
    private long updates;

    private Surveyor(Signature signature, RandomStream random) {
        this.random = random;
        this.inputs = signature.input().size();
        this.actions = signature.choices();
        this.w = new double[inputs * actions];
    }

    private double value(Step step, int action) {
        float[] x = step.observation().floats();
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
            sum += w[action * inputs + i] * x[i];
        }
        return sum;
    }

    private int best(Step step) {
        int best = -1;
        for (int a = 0; a < actions; a++) {
            if (step.legal()[a] && (best < 0 || value(step, a) > value(step, best))) {
                best = a;
            }
        }
        return best;
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return new Policy() {
            private long lived;

            @Override
            public void act(Step step, Decision decision) {
                double draw = random.nextDouble();
                lived++;
                int action = best(step);
                if (mode == Mode.EXPLORE && draw < 0.1 + 1.0 / lived) {
                    do {
                        action = random.nextInt(actions);
                    } while (!step.legal()[action]);
                }
                decision.choose(action);
            }

            @Override
            public void save(StateWriter out) {
                out.record(StateKind.MEMORY, "lived", new Count(lived));
            }

            @Override
            public void restore(StateReader in) {
                lived = in.record("lived", Count.class).updates();
            }
        };
    }

    @Override
    public int horizon() {
        return 3;
    }

    @Override
    public void learn(Transitions transitions) {
        for (int lane = 0; lane < transitions.lanes(); lane++) {
            for (int t = 0; t < transitions.length(); t++) {
                Step from = transitions.from(lane, t);
                Step to = transitions.to(lane, t);
                int action = transitions.decision(lane, t).action().index();
                double error = to.reward() + 0.9 * to.discount() * value(to, best(to)) - value(from, action);
                float[] x = from.observation().floats();
                for (int i = 0; i < inputs; i++) {
                    w[action * inputs + i] += 0.1 * error * x[i];
                }
            }
        }
        updates++;
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void weights(BiConsumer<String, Tensor> to) {
        to.accept("w", Tensor.of(w, actions, inputs));
    }

    @Override
    public void activations(Tensor probe, BiConsumer<String, Tensor> to) {
        to.accept("x", probe);
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "w", Tensor.of(w, w.length));
        out.record(StateKind.OPTIMISER, "count", new Count(updates));
    }

    @Override
    public void restore(StateReader in) {
        in.into("w", Tensor.of(w, w.length));
        updates = in.record("count", Count.class).updates();
    }
}
