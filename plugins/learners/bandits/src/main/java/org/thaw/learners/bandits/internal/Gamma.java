package org.thaw.learners.bandits.internal;

import org.thaw.api.RandomStream;

/** Draws from gamma distributions of scale 1 (Marsaglia and Tsang 2000), and from what is made of them. */
final class Gamma {
    private Gamma() {
    }

    /** A draw from Beta(a, b). */
    static double beta(double a, double b, RandomStream random) {
        double x = draw(a, random);
        double y = draw(b, random);
        // both may be too small for a double where a and b are
        return x + y == 0 ? 0.5 : x / (x + y);
    }

    /** A draw from Gamma(shape, 1). */
    static double draw(double shape, RandomStream random) {
        if (shape < 1) {
            return draw(shape + 1, random) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            v = v * v * v;
            // 1 − u is never 0
            if (v > 0 && StrictMath.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
