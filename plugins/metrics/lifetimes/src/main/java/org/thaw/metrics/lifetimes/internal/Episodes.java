package org.thaw.metrics.lifetimes.internal;

import java.util.Arrays;

/** The returns of a life's episodes, in order. */
final class Episodes {
    private double[] returns = new double[64];
    private int count;

    void add(double total) {
        if (count == returns.length) {
            returns = Arrays.copyOf(returns, 2 * count);
        }
        returns[count++] = total;
    }

    /** The mean over the last tenth of the episodes, rounded up; NaN if there are none. */
    double meanOfLastTenth() {
        int last = (count + 9) / 10;
        double sum = 0;
        for (int i = count - last; i < count; i++) {
            sum += returns[i];
        }
        return count == 0 ? Double.NaN : sum / last;
    }
}
