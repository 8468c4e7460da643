package org.thaw.metrics.lifetimes.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.thaw.api.metric.Findings;

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
        return meanOfLast((count + 9) / 10);
    }

    /** The mean over all of them; NaN if there are none. */
    double mean() {
        return meanOfLast(count);
    }

    private double meanOfLast(int last) {
        double sum = 0;
        for (int i = count - last; i < count; i++) {
            sum += returns[i];
        }
        return count == 0 ? Double.NaN : sum / last;
    }

    /** Each over its number, from 1. */
    void report(String role, String metric, Findings out) {
        if (count > 0) {
            out.series(role, metric, IntStream.rangeClosed(1, count).asDoubleStream().toArray(), Arrays.copyOf(returns, count));
        }
    }
}
