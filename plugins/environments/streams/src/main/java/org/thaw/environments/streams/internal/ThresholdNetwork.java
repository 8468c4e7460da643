package org.thaw.environments.streams.internal;

import org.thaw.api.RandomStream;

/** The network behind the targets of {@link SlowlyChangingRegression}. */
final class ThresholdNetwork {
    /** For each unit which bits have the weight +1; the others have −1. */
    private final long[] positive;
    private final int[] biases;
    private final double[] thresholds;
    private final int[] outgoing;
    private final int bias;

    /**
     * A network.
     *
     * @param weights of each unit, ±1: one for each bit, and last that of the bias
     * @param bias    of the answer
     */
    ThresholdNetwork(int[][] weights, int[] outgoing, int bias, double beta) {
        positive = new long[weights.length];
        biases = new int[weights.length];
        this.outgoing = outgoing;
        this.bias = bias;
        thresholds = new double[weights.length];
        for (int u = 0; u < weights.length; u++) {
            int bits = weights[u].length - 1;
            int negative = 0;
            for (int i = 0; i < bits; i++) {
                positive[u] |= weights[u][i] > 0 ? 1L << i : 0;
                negative += weights[u][i] < 0 ? 1 : 0;
            }
            biases[u] = weights[u][bits];
            // as in the authors' program: half the bias weight counts
            thresholds[u] = (bits + 1) * beta - (negative + 0.5 * weights[u][bits]);
        }
    }

    static ThresholdNetwork drawn(SlowlyChangingRegression.Config c, RandomStream random) {
        int[][] weights = new int[c.units()][c.bits() + 1];
        int[] outgoing = new int[c.units()];
        for (int u = 0; u < c.units(); u++) {
            for (int i = 0; i <= c.bits(); i++) {
                weights[u][i] = sign(random);
            }
            outgoing[u] = sign(random);
        }
        return new ThresholdNetwork(weights, outgoing, sign(random), c.beta());
    }

    private static int sign(RandomStream random) {
        return random.nextBoolean(0.5) ? 1 : -1;
    }

    /** The answer to some input, of which bit i is the i-th from below. */
    int answer(long x) {
        int y = bias;
        int ones = Long.bitCount(x);
        for (int u = 0; u < outgoing.length; u++) {
            // Σ wᵢ xᵢ: the ones where the weight is +1, less those where it is −1
            int sum = 2 * Long.bitCount(x & positive[u]) - ones + biases[u];
            y += sum > thresholds[u] ? outgoing[u] : 0;
        }
        return y;
    }
}
