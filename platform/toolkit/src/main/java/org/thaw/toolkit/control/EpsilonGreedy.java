package org.thaw.toolkit.control;

import java.util.function.DoubleSupplier;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;

/**
 * ε-greedy over the legal actions, ties broken at random (Sutton and Barto 2018, section 2.2). It keeps no context: the values are all it looks at. In every
 * step, also where it explores, it records what it draws from: ε shared by all legal actions and 1 − ε by the best. Readers of only some steps would take
 * what was left out for what never happens.
 */
public final class EpsilonGreedy implements Policy {
    private final ActionValues learner;
    private final DoubleSupplier epsilon;
    private final RandomStream random;
    private final double[] values;
    private final int[] candidates;
    private final float[] distribution;

    /**
     * A policy that follows the values as they change.
     *
     * @param actions how many there are
     * @param epsilon the probability of a random action, asked for at each step
     * @param random  the stream that it draws from, and nobody else
     */
    public EpsilonGreedy(ActionValues learner, int actions, DoubleSupplier epsilon, RandomStream random) {
        this.learner = learner;
        this.epsilon = epsilon;
        this.random = random;
        this.values = new double[actions];
        this.candidates = new int[actions];
        this.distribution = new float[actions];
    }

    /** A policy that never explores. */
    public static EpsilonGreedy greedy(ActionValues learner, int actions, RandomStream random) {
        return new EpsilonGreedy(learner, actions, () -> 0, random);
    }

    @Override
    public void act(Step step, Decision decision) {
        double now = epsilon.getAsDouble();
        boolean explore = now > 0 && random.nextBoolean(now);
        boolean[] legal = step.legal();
        // where all is left to chance no action is better than another
        int best = explore && now >= 1 ? 0 : best(step);
        record(legal, now, best, decision);
        int count = explore ? legal(legal) : best;
        if (count == 0) {
            throw new IllegalArgumentException("no action is legal in observation " + step.observation());
        }
        decision.choose(candidates[count == 1 ? 0 : random.nextInt(count)]);
    }

    /** @param best how many of the candidates there are, all of them best */
    private void record(boolean[] legal, double now, int best, Decision decision) {
        int choices = 0;
        for (boolean each : legal) {
            choices += each ? 1 : 0;
        }
        for (int a = 0; a < legal.length; a++) {
            distribution[a] = legal[a] ? (float) (now / choices) : 0;
        }
        for (int i = 0; i < best; i++) {
            distribution[candidates[i]] += (float) ((1 - now) / best);
        }
        decision.distribution(distribution);
    }

    private int legal(boolean[] legal) {
        int count = 0;
        for (int a = 0; a < legal.length; a++) {
            if (legal[a]) {
                candidates[count++] = a;
            }
        }
        return count;
    }

    private int best(Step step) {
        boolean[] legal = step.legal();
        learner.values(step, values);
        double best = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int a = 0; a < legal.length; a++) {
            if (!legal[a] || values[a] < best) {
                continue;
            }
            if (values[a] > best) {
                best = values[a];
                count = 0;
            }
            candidates[count++] = a;
        }
        return count;
    }
}
