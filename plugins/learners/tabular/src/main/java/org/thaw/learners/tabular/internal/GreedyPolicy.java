package org.thaw.learners.tabular.internal;

import java.util.function.DoubleSupplier;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;

/** ε-greedy over the legal actions, ties broken at random. It keeps no context: the table is all it looks at. */
final class GreedyPolicy implements Policy {
    private final TabularQ learner;
    private final DoubleSupplier epsilon;
    private final RandomStream random;
    private final int[] candidates;

    GreedyPolicy(TabularQ learner, int actions, DoubleSupplier epsilon, RandomStream random) {
        this.learner = learner;
        this.epsilon = epsilon;
        this.random = random;
        this.candidates = new int[actions];
    }

    @Override
    public void act(Step step, Decision decision) {
        double now = epsilon.getAsDouble();
        boolean explore = now > 0 && random.nextBoolean(now);
        int count = explore ? legal(step.legal()) : best(step);
        if (count == 0) {
            throw new IllegalArgumentException("no action is legal in observation " + step.state());
        }
        decision.choose(candidates[count == 1 ? 0 : random.nextInt(count)]);
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
        double best = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int a = 0; a < legal.length; a++) {
            double value = learner.value(step.state(), a);
            if (!legal[a] || value < best) {
                continue;
            }
            if (value > best) {
                best = value;
                count = 0;
            }
            candidates[count++] = a;
        }
        return count;
    }
}
