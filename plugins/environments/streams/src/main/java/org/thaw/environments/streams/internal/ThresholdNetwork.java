package org.thaw.environments.streams.internal;

import org.thaw.api.RandomStream;

/** The network behind the targets of {@link SlowlyChangingRegression}. */
final class ThresholdNetwork {
    private final int[][] weights;
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
        this.weights = weights;
        this.outgoing = outgoing;
        this.bias = bias;
        thresholds = new double[weights.length];
        for (int u = 0; u < weights.length; u++) {
            int bits = weights[u].length - 1;
            int negative = 0;
            for (int i = 0; i < bits; i++) {
                negative += weights[u][i] < 0 ? 1 : 0;
            }
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

    /** The answer to the bits from {@code at} on. */
    int answer(float[] x, int at) {
        int y = bias;
        for (int u = 0; u < weights.length; u++) {
            int[] w = weights[u];
            float sum = w[w.length - 1];
            for (int i = 0; i < w.length - 1; i++) {
                sum += w[i] * x[at + i];
            }
            y += sum > thresholds[u] ? outgoing[u] : 0;
        }
        return y;
    }
}
