package org.thaw.metrics.agents.internal;

/** The moving average of L2Metrics: centred, over a fifth of the values and 100 at most, the signal mirrored at its ends. */
final class Smoothing {
    private static final int MOST = 100;
    private static final int LEAST = 3;

    private Smoothing() {
    }

    /** As many values, smoothed; the same ones where the window would be shorter than 3. */
    static double[] of(double[] x) {
        int window = Math.min((int) (x.length * 0.2), MOST);
        if (window < LEAST) {
            return x;
        }
        double[] y = new double[x.length];
        // the window of y[i] begins at i + offset in the signal with its window − 1 mirrored values ahead
        int offset = (int) Math.floor(window / 2.0 - 1) - (window - 1);
        for (int i = 0; i < y.length; i++) {
            double sum = 0;
            for (int j = i + offset; j < i + offset + window; j++) {
                sum += x[mirrored(j, x.length)];
            }
            y[i] = sum / window;
        }
        return y;
    }

    private static int mirrored(int index, int length) {
        return index < 0 ? -index : index >= length ? 2 * (length - 1) - index : index;
    }
}
