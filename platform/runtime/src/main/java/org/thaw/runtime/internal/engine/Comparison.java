package org.thaw.runtime.internal.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.runtime.internal.fault.Guard;

/**
 * What a policy would have done in another's life, beside what was done there. It sees each recorded step, decides, and goes where the recorded one went.
 * The scores: {@code agreement}, the share of steps with the same action; {@code log-likelihood}, the mean natural logarithm of the probability that the policy's
 * distribution gives to the recorded action, over the steps where it recorded one; {@code divergence}, that of Jensen and Shannon between the two distributions
 * (Lin 1991), in bits, over the steps where both recorded one. Scores of which no step tells anything are left out.
 */
final class Comparison {
    /** What was held to be impossible, and happened, counts as this: a logarithm of −27.6 rather than minus infinity. */
    private static final double LEAST = 1e-12;
    private static final double LN2 = StrictMath.log(2);

    private final Trail trail;
    private final Policy policy;
    private final Guard guard;
    private final boolean hideRewards;
    private final Decision mine;
    private long steps;
    private long same;
    private long told;
    private double logLikelihood;
    private long bothTold;
    private double divergence;

    Comparison(Trail trail, Player player, Policy policy, boolean hideRewards) {
        this.trail = trail;
        this.policy = policy;
        this.guard = player.guard();
        this.hideRewards = hideRewards;
        this.mine = new Decision(player.signature());
    }

    /** Goes all the way. */
    void carryOut(Observed observed, Runnable breathe) {
        var acting = guard.call("act");
        var observing = guard.call("observe");
        while (trail.next()) {
            StepBuffer step = trail.step();
            if (hideRewards) {
                step.hideReward();
            }
            guard.enter(step.isLast() ? observing : acting);
            if (step.isLast()) {
                observe(step);
            } else {
                observed.add(step);
                act(step);
                compare(trail.decision());
            }
            breathe.run();
        }
    }

    private void observe(Step step) {
        try {
            policy.observe(step);
        } catch (Throwable e) {
            throw guard.fault("observe", e);
        }
    }

    private void act(Step step) {
        mine.clear();
        try {
            policy.act(step, mine);
        } catch (Throwable e) {
            throw guard.fault("act", e);
        }
        if (!mine.action().chosen()) {
            throw guard.fault("act", "it chose no action");
        }
    }

    private void compare(Decision theirs) {
        steps++;
        Action action = theirs.action();
        if (mine.action().index() == action.index() && Arrays.equals(mine.action().values(), action.values())) {
            same++;
        }
        if (!mine.hasDistribution()) {
            return;
        }
        told++;
        logLikelihood += StrictMath.log(Math.max(mine.distribution()[action.index()], LEAST));
        if (theirs.hasDistribution()) {
            bothTold++;
            divergence += divergence(mine.distribution(), theirs.distribution());
        }
    }

    /** Of Jensen and Shannon, in bits. */
    private static double divergence(float[] p, float[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double mean = ((double) p[i] + q[i]) / 2;
            sum += term(p[i], mean) + term(q[i], mean);
        }
        return Math.max(0, sum / 2);
    }

    private static double term(double p, double mean) {
        return p > 0 ? p * StrictMath.log(p / mean) / LN2 : 0;
    }

    /** How many steps were decided. */
    long steps() {
        return steps;
    }

    /** What came of it. */
    Map<String, Double> scores() {
        Map<String, Double> scores = new TreeMap<>();
        put(scores, "agreement", same, steps);
        put(scores, "log-likelihood", logLikelihood, told);
        put(scores, "divergence", divergence, bothTold);
        return scores;
    }

    private static void put(Map<String, Double> scores, String name, double sum, long count) {
        if (count > 0) {
            scores.put(name, sum / count);
        }
    }
}
