package org.thaw.environments.minatar.internal;

import org.thaw.api.RandomStream;

/** Streams for tests: random ones that can be brought to where another one stands, and ones that always say the same. */
class TestStream implements RandomStream {
    private final long seed;
    private long position;

    TestStream(long seed) {
        this.seed = seed;
    }

    /** Always this uniform number, and 0 wherever a whole number is drawn. */
    static TestStream constant(double uniform) {
        return new TestStream(0) {
            @Override
            public double nextDouble() {
                return uniform;
            }

            @Override
            public int nextInt(int bound) {
                return 0;
            }
        };
    }

    void continueLike(TestStream other) {
        position = other.position;
    }

    /** Each number depends on the seed and its place alone, so that the state is one number. */
    @Override
    public long nextLong() {
        return mixed(seed + 0x9e3779b97f4a7c15L * ++position);
    }

    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
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
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public double nextGaussian() {
        throw new UnsupportedOperationException("not needed here");
    }
}
