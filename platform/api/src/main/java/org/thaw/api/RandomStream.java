package org.thaw.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A named stream of random numbers. The host makes, saves and restores it; the same run file and seed give the same numbers on every
 * machine and Java version. Not for use by two threads at once.
 */
@ProviderType
public interface RandomStream {
    /** A whole number in [0, bound). @throws IllegalArgumentException if the bound is not positive */
    int nextInt(int bound);

    /** Any 64 bits. */
    long nextLong();

    /** Uniform in [0, 1), 53 bits. */
    double nextDouble();

    /** Uniform in [0, 1), 24 bits. */
    float nextFloat();

    /** Standard normal. */
    double nextGaussian();

    /** True with probability p. */
    default boolean nextBoolean(double p) {
        return nextDouble() < p;
    }

    /**
     * An index below {@code count}, drawn in proportion to its weight.
     *
     * @param weights 0 or more each, not all 0; need not sum to 1
     * @throws IllegalArgumentException if the weights do not sum to a positive, finite number
     */
    default int nextIndex(float[] weights, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i];
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("the weights sum to " + sum + ": expected a positive, finite number");
        }
        double point = nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] > 0) {
                last = i;
                point -= weights[i];
                if (point < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** Puts the first {@code count} elements into random order (Fisher and Yates). */
    default void shuffle(int[] array, int count) {
        for (int i = count - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = array[i];
            array[i] = array[j];
            array[j] = swapped;
        }
    }

    /** The numbers 0 … n−1 in random order. */
    default int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle(order, n);
        return order;
    }
}
