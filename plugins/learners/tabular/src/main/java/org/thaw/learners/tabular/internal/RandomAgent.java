package org.thaw.learners.tabular.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/** Acts uniformly at random and learns nothing: what every agent must beat. Real actions are uniform between the bounds of their space. */
public final class RandomAgent implements Agent {
    private final Signature signature;
    private final Context context;

    /** Nothing to choose. */
    public record Config() {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "random", summary = "Acts uniformly at random over the legal actions and learns nothing.")
    public static final class Factory implements LearnerFactory<Config, RandomAgent> {
        @Override
        public RandomAgent create(Config configuration, Signature signature, Context context) {
            return new RandomAgent(signature, context);
        }
    }

    private RandomAgent(Signature signature, Context context) {
        if (signature.output() instanceof Space.Real real && (Double.isInfinite(real.low()) || Double.isInfinite(real.high()))) {
            throw new IllegalArgumentException("random needs actions with finite bounds, not " + real);
        }
        this.signature = signature;
        this.context = context;
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        RandomStream random = context.random(mode == Mode.EXPLORE ? "exploration" : "exploitation");
        return signature.output() instanceof Space.Real real ? between(real, random) : (step, decision) -> choose(step.legal(), random, decision);
    }

    private static void choose(boolean[] legal, RandomStream random, Decision decision) {
        int count = 0;
        for (boolean allowed : legal) {
            count += allowed ? 1 : 0;
        }
        if (count == 0) {
            throw new IllegalArgumentException("no action is legal");
        }
        int skip = random.nextInt(count);
        int action = 0;
        while (!legal[action] || skip-- > 0) {
            action++;
        }
        decision.choose(action);
        decision.logProbability(-StrictMath.log(count));
    }

    private static Policy between(Space.Real space, RandomStream random) {
        float[] values = new float[space.size()];
        return (step, decision) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (space.low() + (space.high() - space.low()) * random.nextDouble());
            }
            decision.choose(values);
        };
    }

    @Override
    public void learn(Transitions transitions) {
    }

    @Override
    public long updates() {
        return 0;
    }

    @Override
    public void save(StateWriter out) {
    }

    @Override
    public void restore(StateReader in) {
    }
}
