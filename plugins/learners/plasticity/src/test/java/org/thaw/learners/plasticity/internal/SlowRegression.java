package org.thaw.learners.plasticity.internal;

import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.proof.host.HostStream;

/**
 * Slowly-changing regression (Dohare et al. 2024): 15 slow bits, all redrawn every so many steps, and 5 bits drawn at each step; the target is a
 * network of 100 linear threshold units with weights of ±1, thresholds by β = 0.7, over the 20 bits and a bias that the learner does not see.
 */
final class SlowRegression {
    static final Signature SIGNATURE = new Signature(Space.Real.of(0, 1, 20), Space.Real.of(-1e9, 1e9, 1));
    private static final int BITS = 20;
    private static final int SLOW = 15;
    private static final int UNITS = 100;
    private static final double BETA = 0.7;

    final Tensor input = Tensor.zeros(Tensor.Type.F32, 1, BITS);
    final Tensor target = Tensor.zeros(Tensor.Type.F32, 1, 1);
    private final RandomStream random;
    private final int period;
    private final int[] weights = new int[UNITS * (BITS + 1)];
    private final double[] thresholds = new double[UNITS];
    private final int[] outgoing = new int[UNITS];
    private final double outBias;
    private long steps;

    SlowRegression(long seed, int period) {
        this.period = period;
        random = new HostStream(seed);
        for (int u = 0; u < UNITS; u++) {
            int negative = 0;
            for (int i = 0; i <= BITS; i++) {
                weights[u * (BITS + 1) + i] = random.nextBoolean(0.5) ? 1 : -1;
                negative += i < BITS && weights[u * (BITS + 1) + i] < 0 ? 1 : 0;
            }
            // as in the authors' code: S = (inputs − Σ w + bias)/2, the number of negative weights and half the bias
            thresholds[u] = (BITS + 1) * BETA - (negative + 0.5 * weights[u * (BITS + 1) + BITS]);
            outgoing[u] = random.nextBoolean(0.5) ? 1 : -1;
        }
        outBias = random.nextBoolean(0.5) ? 1 : -1;
    }

    /** Draws the next example into {@link #input} and {@link #target}. */
    void next() {
        float[] x = input.floats();
        if (steps++ % period == 0) {
            draw(x, 0, SLOW);
        }
        draw(x, SLOW, BITS);
        double y = outBias;
        for (int u = 0; u < UNITS; u++) {
            double sum = weights[u * (BITS + 1) + BITS];
            for (int i = 0; i < BITS; i++) {
                sum += weights[u * (BITS + 1) + i] * x[i];
            }
            y += sum > thresholds[u] ? outgoing[u] : 0;
        }
        target.floats()[0] = (float) y;
    }

    private void draw(float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = random.nextInt(2);
        }
    }
}
