package org.thaw.tck.proof;

import java.util.Arrays;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
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
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/** Proximal policy optimisation (Schulman et al. 2017, eq. 7) of a recurrent policy; each stretch starts from the state in its first memo. */
final class RecurrentPpo implements Agent {
    record Config(@Parameter(value = "steps in a rollout, T", byDefault = "16", range = "[1,*)") int horizon,
            @Parameter(value = "passes over a rollout, K", byDefault = "3", range = "[1,*)") int epochs,
            @Parameter(value = "clipping range, ε", byDefault = "0.2", range = "(0,1)") double clip,
            @Parameter(value = "step size, α", byDefault = "0.3", range = "(0,*)") double rate) {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "recurrent-ppo", summary = "Clipped policy gradients with memory.", source = "Schulman et al. 2017")
    public static final class Factory implements LearnerFactory<Config, RecurrentPpo> {
        @Override
        public RecurrentPpo create(Config configuration, Signature signature, Context context) {
            return new RecurrentPpo(configuration, signature, context);
        }
    }

    private final Config config;
    private final int lanes;
    private final RandomStream sampling;
    private final Elman network = new Elman();
    private final double[] gradient = new double[Elman.SIZE];
    private long updates;

    private RecurrentPpo(Config config, Signature signature, Context context) {
        this.config = config;
        this.lanes = signature.lanes();
        this.sampling = context.random("sampling");
        network.initialise(context.random("weights"));
    }

    /** One recurrent state for each lane. */
    private final class Memory implements Policy {
        private final float[] h = new float[lanes * Elman.UNITS];

        @Override
        public void act(Step step, Decision decision) {
            int row = step.lane() * Elman.UNITS;
            if (step.isFirst()) {
                Arrays.fill(h, row, row + Elman.UNITS, 0);
            }
            decision.memo(h, row, Elman.UNITS);
            network.forward(step.observation().floats()[0], h, row, h, row);
            float[] p = network.probabilities(h, row);
            int action = sampling.nextIndex(p, p.length);
            decision.choose(action);
            decision.logProbability(StrictMath.log(p[action]));
            decision.value(network.value(h, row));
        }

        @Override
        public void save(StateWriter out) {
            out.tensor(StateKind.MEMORY, "h", Tensor.of(h, lanes, Elman.UNITS));
        }

        @Override
        public void restore(StateReader in) {
            in.into("h", Tensor.of(h, lanes, Elman.UNITS));
        }
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return new Memory();
    }

    @Override
    public int horizon() {
        return config.horizon();
    }

    @Override
    public void learn(Transitions life) {
        double[][] returns = new double[life.lanes()][];
        for (int lane = 0; lane < life.lanes(); lane++) {
            returns[lane] = returns(life, lane, states(life, lane));
        }
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            Arrays.fill(gradient, 0);
            for (int lane = 0; lane < life.lanes(); lane++) {
                accumulate(life, lane, returns[lane], states(life, lane));
            }
            for (int i = 0; i < Elman.SIZE; i++) {
                network.theta[i] -= config.rate() / (life.lanes() * life.length()) * gradient[i];
            }
            updates++;
        }
    }

    /** states[t][0] is the state before step t, states[t][1] the one after it, under the present weights. */
    private float[][][] states(Transitions life, int lane) {
        float[][][] states = new float[life.length()][2][Elman.UNITS];
        for (int t = 0; t < states.length; t++) {
            if (t == 0) {
                life.decision(lane, 0).readMemo(states[0][0]);
            } else if (!life.from(lane, t).isFirst()) {
                states[t][0] = states[t - 1][1];
            }
            network.forward(life.from(lane, t).observation().floats()[0], states[t][0], 0, states[t][1], 0);
        }
        return states;
    }

    private double[] returns(Transitions life, int lane, float[][][] states) {
        double[] returns = new double[life.length()];
        float[] beyond = new float[Elman.UNITS];
        for (int t = returns.length - 1; t >= 0; t--) {
            Step to = life.to(lane, t);
            double next = 0;
            if (!to.isLast() && t + 1 < returns.length) {
                next = returns[t + 1];
            } else if (to.discount() > 0) {
                network.forward(to.observation().floats()[0], states[t][1], 0, beyond, 0);
                next = network.value(beyond, 0);
            }
            returns[t] = to.reward() + to.discount() * next;
        }
        return returns;
    }

    private void accumulate(Transitions life, int lane, double[] returns, float[][][] states) {
        double[] dh = new double[Elman.UNITS];
        for (int t = returns.length - 1; t >= 0; t--) {
            if (life.to(lane, t).isLast()) {
                Arrays.fill(dh, 0);
            }
            Decision decision = life.decision(lane, t);
            float[] p = network.probabilities(states[t][1], 0);
            int action = decision.action().index();
            double ratio = StrictMath.exp(StrictMath.log(p[action]) - decision.logProbability());
            double advantage = returns[t] - decision.value();
            boolean clipped = advantage > 0 ? ratio > 1 + config.clip() : ratio < 1 - config.clip();
            double[] dLogits = new double[p.length];
            for (int a = 0; a < p.length && !clipped; a++) {
                dLogits[a] = advantage * ratio * (p[a] - (a == action ? 1 : 0));
            }
            double dValue = network.value(states[t][1], 0) - returns[t];
            network.backward(life.from(lane, t).observation().floats()[0], states[t][0], states[t][1], dLogits, dValue, dh, gradient);
        }
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "weights", Tensor.of(network.theta, Elman.SIZE));
        out.tensor(StateKind.OPTIMISER, "updates", Tensor.of(new long[] {updates}, 1));
    }

    @Override
    public void restore(StateReader in) {
        in.into("weights", Tensor.of(network.theta, Elman.SIZE));
        updates = in.tensor("updates").longs()[0];
    }
}
