package org.thaw.learners.streaming.internal;

/** The standard normal distribution. */
final class Normal {
    private Normal() {
    }

    /** Φ(z), to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26). */
    static double below(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        double half = 0.5 * polynomial * StrictMath.exp(-x * x);
        return z < 0 ? half : 1 - half;
    }
}
