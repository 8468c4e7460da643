package org.thaw.learners.imitation.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * What the best possible player earns on Bernoulli arms with means uniform in [0, 1]: dynamic programming over the successes and failures seen of each arm
 * (Bellman 1956), whose posteriors are beta distributions. Exact, and small for few pulls only.
 */
final class BestBanditPlay {
    private static final int BITS = 4;

    private final int arms;
    private final Map<Long, Double> known = new HashMap<>();

    private BestBanditPlay(int arms) {
        this.arms = arms;
    }

    /** The expected sum of rewards over so many pulls, at most 15 of at most 8 arms. */
    static double earns(int arms, int pulls) {
        return new BestBanditPlay(arms).from(0, pulls);
    }

    /** What that player loses against whoever knows the best arm, whose mean is arms / (arms + 1) on average. */
    static double regret(int arms, int pulls) {
        return pulls * arms / (arms + 1.0) - earns(arms, pulls);
    }

    /** {@code seen} holds successes and failures of each arm, four bits each. */
    private double from(long seen, int pulls) {
        if (pulls == 0) {
            return 0;
        }
        Double before = known.get(seen);
        if (before != null) {
            return before;
        }
        double best = 0;
        for (int arm = 0; arm < arms; arm++) {
            int at = 2 * BITS * arm;
            long successes = seen >>> at & 15;
            long failures = seen >>> at + BITS & 15;
            double mean = (successes + 1.0) / (successes + failures + 2);
            best = Math.max(best, mean * (1 + from(seen + (1L << at), pulls - 1)) + (1 - mean) * from(seen + (1L << at + BITS), pulls - 1));
        }
        known.put(seen, best);
        return best;
    }
}
