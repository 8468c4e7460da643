package org.thaw.tck.host;

import org.thaw.api.RandomStream;

/** SplitMix64 (Steele, Lea and Flood 2014): one long is all of its state, which makes saving it easy. */
public final class HostStream implements RandomStream {
    private long position;

    /** A stream that starts at a place given by the seed. */
    public HostStream(long seed) {
        position = seed;
    }

    /** A seed from another one and a name. */
    public static long seed(long seed, String name) {
        long hash = seed;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + 0x9E3779B97F4A7C15L + name.charAt(i));
        }
        return hash;
    }

    long position() {
        return position;
    }

    void position(long position) {
        this.position = position;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public long nextLong() {
        position += 0x9E3779B97F4A7C15L;
        return mix(position);
    }

    @Override
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound + " is not positive");
        }
        long limit = (1L << 31) / bound * bound;
        long drawn = nextLong() >>> 33;
        while (drawn >= limit) {
            drawn = nextLong() >>> 33;
        }
        return (int) (drawn % bound);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1.0p-24f;
    }

    @Override
    public double nextGaussian() {
        // Box and Muller; 1 - u is never 0
        return StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble())) * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    }
}
