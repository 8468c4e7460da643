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
