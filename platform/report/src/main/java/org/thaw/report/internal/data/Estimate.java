package org.thaw.report.internal.data;

import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A number over seeds. Undefined values are left out; what then cannot be computed is NaN.
 *
 * @param seeds how many values were defined
 * @param mean  their arithmetic mean
 * @param iqm   the interquartile mean: the mean without the lowest and the highest ⌊n/4⌋ values (Agarwal et al. 2021)
 * @param low   lower end of the 95% interval of the mean by Student's t with n − 1 degrees of freedom; NaN for fewer than two values
 * @param high  its upper end
 */
public record Estimate(int seeds, double mean, double iqm, double low, double high) {
    private static final double UPPER = 0.975;
    /** The library's own default shows in the tenth digit. */
    private static final double EXACT = 1e-13;

    /** Over values in a fixed order, which makes the sums the same everywhere. */
    public static Estimate of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Over values in a fixed order. */
    public static Estimate of(double... values) {
        double[] defined = Arrays.stream(values).filter(Double::isFinite).toArray();
        int n = defined.length;
        if (n == 0) {
            return new Estimate(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = mean(defined, 0, n);
        double[] sorted = defined.clone();
        Arrays.sort(sorted);
        double iqm = mean(sorted, n / 4, n - n / 4);
        if (n == 1) {
            return new Estimate(1, mean, iqm, Double.NaN, Double.NaN);
        }
        double squares = 0;
        for (double value : defined) {
            squares += (value - mean) * (value - mean);
        }
        double half = new TDistribution(null, n - 1, EXACT).inverseCumulativeProbability(UPPER) * Math.sqrt(squares / (n - 1) / n);
        return new Estimate(n, mean, iqm, mean - half, mean + half);
    }

    /** Half the interval; NaN for fewer than two values. */
    public double half() {
        return (high - low) / 2;
    }

    /** Whether there is any value. */
    public boolean defined() {
        return seeds > 0;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
