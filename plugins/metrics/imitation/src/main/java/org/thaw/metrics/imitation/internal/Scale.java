package org.thaw.metrics.imitation.internal;

import java.util.List;

/**
 * How returns are read and brought onto one scale: z = (J − J_random) / (J_reference − J_random).
 *
 * @param window    steps over which returns are averaged; 0: a tenth of T1
 * @param reference J_reference; empty: the teacher's best, the greatest of the means over lifetimes in windows of that length
 * @param resamples of the bootstrap
 */
record Scale(long window, List<Double> reference, int resamples) {
    static final String WINDOW = "steps over which returns are averaged, w; 0: a tenth of T1";
    static final String REFERENCE = "J_reference, the return that counts as 1; []: the teacher's best";

    Scale {
        if (reference.size() > 1) {
            throw new IllegalArgumentException("reference " + reference + ": expected one return, or [] for the teacher's best");
        }
    }

    static double z(double mean, double random, double reference) {
        return (mean - random) / (reference - random);
    }
}
