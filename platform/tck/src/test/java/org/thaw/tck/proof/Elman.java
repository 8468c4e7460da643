package org.thaw.tck.proof;

import org.thaw.api.RandomStream;

/** An Elman network (1990) for one input, h′ = tanh(W x + U h + b), with logits V h′ and a value u · h′. All in one parameter vector. */
final class Elman {
    static final int UNITS = 6;
    static final int ACTIONS = 2;
    private static final int U = UNITS;
    private static final int B = U + UNITS * UNITS;
    private static final int V = B + UNITS;
    private static final int VALUE = V + ACTIONS * UNITS;
    static final int SIZE = VALUE + UNITS;

    final double[] theta = new double[SIZE];

    void initialise(RandomStream random) {
        for (int i = 0; i < SIZE; i++) {
            theta[i] = 0.4 * random.nextGaussian();
        }
    }

    /** h at [from …] to h′ at [to …]. */
    void forward(double x, float[] h, int from, float[] next, int to) {
        float[] now = new float[UNITS];
        for (int j = 0; j < UNITS; j++) {
            double sum = theta[j] * x + theta[B + j];
            for (int k = 0; k < UNITS; k++) {
                sum += theta[U + j * UNITS + k] * h[from + k];
            }
            now[j] = (float) StrictMath.tanh(sum);
        }
        System.arraycopy(now, 0, next, to, UNITS);
    }

    float[] probabilities(float[] h, int at) {
        double difference = 0;
        for (int k = 0; k < UNITS; k++) {
            difference += (theta[V + k] - theta[V + UNITS + k]) * h[at + k];
        }
        float first = (float) (1 / (1 + StrictMath.exp(-difference)));
        return new float[] {first, 1 - first};
    }

    double value(float[] h, int at) {
        double sum = 0;
        for (int k = 0; k < UNITS; k++) {
            sum += theta[VALUE + k] * h[at + k];
        }
        return sum;
    }

    /** Adds one step's gradient; {@code dh} comes with ∂/∂h′ from later steps and leaves with ∂/∂h. */
    void backward(double x, float[] h, float[] next, double[] dLogits, double dValue, double[] dh, double[] gradient) {
        double[] dBefore = new double[UNITS];
        for (int j = 0; j < UNITS; j++) {
            double d = dh[j] + dValue * theta[VALUE + j];
            gradient[VALUE + j] += dValue * next[j];
            for (int a = 0; a < ACTIONS; a++) {
                d += dLogits[a] * theta[V + a * UNITS + j];
                gradient[V + a * UNITS + j] += dLogits[a] * next[j];
            }
            d *= 1 - next[j] * next[j];
            gradient[j] += d * x;
            gradient[B + j] += d;
            for (int k = 0; k < UNITS; k++) {
                gradient[U + j * UNITS + k] += d * h[k];
                dBefore[k] += d * theta[U + j * UNITS + k];
            }
        }
        System.arraycopy(dBefore, 0, dh, 0, UNITS);
    }
}
