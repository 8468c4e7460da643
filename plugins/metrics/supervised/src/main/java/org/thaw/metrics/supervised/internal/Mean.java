package org.thaw.metrics.supervised.internal;

import java.util.function.IntToDoubleFunction;

/** An arithmetic mean, summed in order so that it has the same bits everywhere; NaN of nothing, and NaN if any term is. */
final class Mean {
    private double sum;
    private long count;

    /** (1/n) Σ over the whole numbers from {@code first} to {@code last}, n of them. */
    static double over(int first, int last, IntToDoubleFunction term) {
        Mean mean = new Mean();
        for (int i = first; i <= last; i++) {
            mean.add(term.applyAsDouble(i));
        }
        return mean.value();
    }

    void add(double value) {
        sum += value;
        count++;
    }

    double value() {
        return count == 0 ? Double.NaN : sum / count;
    }
}
