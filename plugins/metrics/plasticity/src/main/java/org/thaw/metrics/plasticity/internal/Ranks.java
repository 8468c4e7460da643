package org.thaw.metrics.plasticity.internal;

/** How many directions a matrix makes use of, by its singular values σ, descending. A matrix of zeros has rank 0. */
final class Ranks {
    private static final double SHARE = 0.99;

    private Ranks() {
    }

    /** exp(−Σ p ln p) with p = σ/Σσ (Roy and Vetterli 2007). */
    static double effective(double[] singular) {
        double sum = sum(singular, 1);
        if (sum == 0) {
            return 0;
        }
        double entropy = 0;
        for (double value : singular) {
            double p = value / sum;
            entropy -= p > 0 ? p * StrictMath.log(p) : 0;
        }
        return StrictMath.exp(entropy);
    }

    /** The smallest k with Σ_{i≤k} σᵢ²/Σ σᵢ² ≥ 0.99 (Yang et al. 2019). */
    static int approximate(double[] singular) {
        double all = sum(singular, 2);
        double sum = 0;
        for (int k = 0; k < singular.length && all > 0; k++) {
            sum += singular[k] * singular[k];
            if (sum >= SHARE * all) {
                return k + 1;
            }
        }
        return all > 0 ? singular.length : 0;
    }

    /** Σ σ²/σ₁² (Rudelson and Vershynin 2007). */
    static double stable(double[] singular) {
        double all = sum(singular, 2);
        return all == 0 ? 0 : all / (singular[0] * singular[0]);
    }

    private static double sum(double[] values, int power) {
        double sum = 0;
        for (double value : values) {
            sum += power == 1 ? value : value * value;
        }
        return sum;
    }
}
