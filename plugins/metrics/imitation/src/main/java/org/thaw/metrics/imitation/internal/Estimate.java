package org.thaw.metrics.imitation.internal;

import java.util.Arrays;
import org.thaw.api.metric.Findings;
import org.thaw.toolkit.statistics.Bootstrap;

/**
 * A number and how sure it is.
 *
 * @param value     the number
 * @param resampled the same of each resample of the lifetimes; none where there are no lifetimes
 */
record Estimate(double value, double[] resampled) {
    static final double LEVEL = 0.95;

    /** The lower end of the 95% interval. */
    double low() {
        return resampled.length == 0 ? Double.NaN : Bootstrap.quantile(resampled, (1 - LEVEL) / 2);
    }

    /** Its upper end. */
    double high() {
        return resampled.length == 0 ? Double.NaN : Bootstrap.quantile(resampled, (1 + LEVEL) / 2);
    }

    /** One-sided: how likely so clear a result would be if the true number were no more than the threshold. */
    double pAbove(double threshold) {
        return share(Arrays.stream(resampled).filter(value -> value > threshold).count());
    }

    /** One-sided: how likely so clear a result would be if the true number were no less than the threshold. */
    double pBelow(double threshold) {
        return share(Arrays.stream(resampled).filter(value -> value < threshold).count());
    }

    /** What does not speak for it speaks against it, undefined values too; one is added so that no chance is ever zero (Davison and Hinkley 1997, equation 4.11). */
    private double share(long favourable) {
        return (1.0 + resampled.length - favourable) / (1.0 + resampled.length);
    }

    /** Tells it with its interval. */
    void tell(Findings out, String role, String metric) {
        out.scalar(role, metric, value);
        out.scalar(role, metric + "/low", low());
        out.scalar(role, metric + "/high", high());
    }
}
