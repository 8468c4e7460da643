package org.thaw.environments.streams.internal;

/**
 * The random numbers of one example after another, each a function of a key and the example's index alone, so that examples can be read in any order
 * and any number of times. The generator is SplitMix64 (Steele, Lea and Flood 2014), restarted at each example; the key comes from the host. Not for use
 * by two threads at once.
 */
final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long key;
    private long state;

    Draws(long key) {
        this.key = key;
    }

    /** Goes to the first number of an example. */
    Draws at(long index) {
        // mixed once, or neighbouring examples would share all numbers but one
        state = mix(key + GOLDEN * (2 * index + 1));
        return this;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Any 64 bits. */
    long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** A whole number in [0, bound). */
    int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** Standard normal: Marsaglia's polar method, in StrictMath for the same bits everywhere. */
    double nextGaussian() {
        while (true) {
            double x = 2 * nextDouble() - 1;
            double y = 2 * nextDouble() - 1;
            double s = x * x + y * y;
            if (s > 0 && s < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}
