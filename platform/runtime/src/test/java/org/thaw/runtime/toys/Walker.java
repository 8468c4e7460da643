package org.thaw.runtime.toys;

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
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/** Learns by one-step Q-learning; explores with probability 0.2, from a stream that evaluation uses too (greedily chosen ties). */
public final class Walker implements Agent {
    public record Config(@Parameter(value = "action to insist on; -1: none", byDefault = "-1") int insist,
                         @Parameter(value = "time steps between updates", byDefault = "1", range = "[1,*)") int horizon) {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "walker", summary = "Q-learning.")
    public static final class Factory implements LearnerFactory<Config, Walker> {
        @Override
        public Walker create(Config configuration, Signature signature, Context context) {
            return new Walker(configuration, signature, context);
        }
    }

    private record Count(long updates) {
    }

    private final Config config;
    private final RandomStream random;
    private final int actions;
    private final double[] q;
    private long updates;

    Walker(Config config, Signature signature, Context context) {
        this.config = config;
        this.random = context.random("explore");
        this.actions = signature.choices();
        this.q = new double[((org.thaw.api.Space.Categorical) signature.input()).count() * actions];
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return (Step step, org.thaw.api.learner.Decision decision) -> {
            double draw = random.nextDouble();
            int greedy = q[step.state() * actions + 1] >= q[step.state() * actions] ? 1 : 0;
            decision.choose(config.insist() >= 0 ? config.insist() : mode == Mode.EXPLORE && draw < 0.2 ? random.nextInt(actions) : greedy);
        };
    }

    @Override
    public int horizon() {
        return config.horizon();
    }

    @Override
    public void learn(Transitions transitions) {
        for (int lane = 0; lane < transitions.lanes(); lane++) {
            for (int t = 0; t < transitions.length(); t++) {
                Step from = transitions.from(lane, t);
                Step to = transitions.to(lane, t);
                double best = Math.max(q[to.state() * actions], q[to.state() * actions + 1]);
                int at = from.state() * actions + transitions.decision(lane, t).action().index();
                q[at] += 0.1 * (to.reward() + 0.9 * to.discount() * best - q[at]);
            }
        }
        updates++;
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "q", Tensor.of(q, q.length));
        out.record(StateKind.OPTIMISER, "count", new Count(updates));
    }

    @Override
    public void restore(StateReader in) {
        in.into("q", Tensor.of(q, q.length));
        updates = in.record("count", Count.class).updates();
    }
}
