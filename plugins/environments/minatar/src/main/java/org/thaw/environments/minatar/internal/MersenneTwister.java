package org.thaw.environments.minatar.internal;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/**
 * MT19937 (Matsumoto and Nishimura 1998, Mersenne twister: a 623-dimensionally equidistributed uniform pseudo-random number generator), seeded
 * by one number, with the doubles and bounded integers of numpy's legacy {@code RandomState}: for play that equals the original's bit for bit.
 */
final class MersenneTwister implements Randomness {
    private static final int N = 624;
    private static final int M = 397;

    private final int[] words = new int[N];
    /** The next word to hand out; N: a twist is due. */
    private int position = N;

    /** @param seed read as 32 unsigned bits */
    MersenneTwister(int seed) {
        words[0] = seed;
        for (int i = 1; i < N; i++) {
            words[i] = 1812433253 * (words[i - 1] ^ (words[i - 1] >>> 30)) + i;
        }
    }

    /** The next 32 bits. */
    int word() {
        if (position == N) {
            twist();
            position = 0;
        }
        int y = words[position++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < N - M; i++) {
            words[i] = words[i + M] ^ mixed(words[i], words[i + 1]);
        }
        for (int i = N - M; i < N - 1; i++) {
            words[i] = words[i + M - N] ^ mixed(words[i], words[i + 1]);
        }
        words[N - 1] = words[M - 1] ^ mixed(words[N - 1], words[0]);
    }

    private static int mixed(int upper, int lower) {
        int y = (upper & 0x80000000) | (lower & 0x7fffffff);
        return (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
    }

    /** Two words, 53 bits of them. */
    @Override
    public double uniform() {
        long high = word() >>> 5;
        return (high << 26 | word() >>> 6) * 0x1p-53;
    }

    /** Low bits of as many words as it takes to draw one below n; none for n = 1. */
    @Override
    public int integer(int n) {
        int greatest = n - 1;
        if (greatest == 0) {
            return 0;
        }
        int mask = (Integer.highestOneBit(greatest) << 1) - 1;
        int drawn;
        do {
            drawn = word() & mask;
        } while (drawn > greatest);
        return drawn;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.RANDOM, "words", Tensor.of(words, N));
        out.tensor(StateKind.RANDOM, "position", Tensor.of(new int[] {position}, 1));
    }

    @Override
    public void restore(StateReader in) {
        int saved = in.tensor("position").ints()[0];
        if (saved < 0 || saved > N) {
            throw new IllegalArgumentException("position: " + saved + ", expected 0 to " + N);
        }
        in.into("words", Tensor.of(words, N));
        position = saved;
    }
}
