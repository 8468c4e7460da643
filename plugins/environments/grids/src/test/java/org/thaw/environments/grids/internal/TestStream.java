package org.thaw.environments.grids.internal;

import org.thaw.api.RandomStream;

/** SplitMix64 (Steele, Lea and Flood 2014): a stream whose state is one number. */
final class TestStream implements RandomStream {
    long state;

    TestStream(long seed) {
        state = seed;
    }

    @Override
    public long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public int nextInt(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1p-24f;
    }

    @Override
    public double nextGaussian() {
        throw new UnsupportedOperationException("not needed here");
    }
}
