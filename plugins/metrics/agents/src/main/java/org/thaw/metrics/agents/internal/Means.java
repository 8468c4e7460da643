package org.thaw.metrics.agents.internal;

import java.util.Arrays;
import java.util.Collection;

/** Averages, summed in order, and NaN of nothing. */
final class Means {
    private Means() {
    }

    static double of(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The mean of the last {@code count} values, or of all if there are fewer. */
    static double ofLast(int count, double... values) {
        return of(Arrays.copyOfRange(values, Math.max(0, values.length - count), values.length));
    }

    /** The standard error of the mean, s/√n with s from n − 1 degrees of freedom; NaN for fewer than two values. */
    static double standardError(double... values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = of(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
