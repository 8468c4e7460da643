package org.thaw.tck.host;

import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;

/** What a policy may decide. */
public final class Decided {
    private static final double ROUNDING = 1e-3;

    private Decided() {
    }

    /** @throws IllegalStateException if no legal action was chosen, or what is said about it cannot be */
    public static void check(Signature signature, Step step, Decision decision) {
        String where = "lane " + step.lane() + ": ";
        if (!decision.action().chosen()) {
            throw new IllegalStateException(where + "no action was chosen");
        }
        if (signature.output() instanceof Space.Real space) {
            values(where, space, decision.action().values());
            return;
        }
        int index = decision.action().index();
        if (index < 0 || index >= step.legal().length || !step.legal()[index]) {
            throw new IllegalStateException(where + "action " + index + " is not legal here");
        }
        if (decision.logProbability() > 0) {
            throw new IllegalStateException(where + "the log-probability of a discrete action is " + decision.logProbability());
        }
        if (decision.hasDistribution()) {
            distribution(where, decision.distribution());
        }
    }

    private static void values(String where, Space.Real space, float[] values) {
        for (float value : values) {
            if (!(value >= space.low() && value <= space.high())) {
                throw new IllegalStateException(where + "action value " + value + " is not in " + space);
            }
        }
    }

    private static void distribution(String where, float[] distribution) {
        double sum = 0;
        for (float p : distribution) {
            if (!(p >= 0)) {
                throw new IllegalStateException(where + "a probability of the distribution is " + p);
            }
            sum += p;
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalStateException(where + "the distribution sums to " + sum);
        }
    }
}
