package org.thaw.toolkit.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Stratified percentile bootstrap (Efron 1979; Agarwal et al. 2021, section 4.1): each stratum is resampled on its own, with replacement, as often as it
 * has values. The draws come from a stream that a name fixes, so that a report made again says the same. Where values belong together (pairs), let the
 * strata hold their numbers and the statistic look them up.
 *
 * @param name        of the stream
 * @param repetitions how many resamples
 * @param level       of the interval: 0.95 leaves out 2.5% at either end
 */
public record Bootstrap(String name, int repetitions, double level) {
    /** The interval of a statistic of rows, each a stratum. The statistic must not keep or change what it is given. */
    public Interval interval(double[][] strata, ToDoubleFunction<double[][]> statistic) {
        return interval(values(strata, statistic));
    }

    /** The interval that resampled values give. */
    public Interval interval(double[] values) {
        return values.length == 0 ? Interval.NONE : new Interval(quantile(values, (1 - level) / 2), quantile(values, (1 + level) / 2));
    }

    /** The statistic of each resample; none if there is an empty stratum, or no stratum. */
    public double[] values(double[][] strata, ToDoubleFunction<double[][]> statistic) {
        if (strata.length == 0 || Arrays.stream(strata).anyMatch(stratum -> stratum.length == 0)) {
            return new double[0];
        }
        UniformRandomProvider random = random();
        double[][] sample = Arrays.stream(strata).map(double[]::clone).toArray(double[][]::new);
        double[] values = new double[repetitions];
        for (int r = 0; r < repetitions; r++) {
            for (int s = 0; s < strata.length; s++) {
                for (int i = 0; i < sample[s].length; i++) {
                    sample[s][i] = strata[s][random.nextInt(strata[s].length)];
                }
            }
            values[r] = statistic.applyAsDouble(sample);
        }
        return values;
    }

    /** A quantile with straight lines between order statistics: type 7 of Hyndman and Fan (1996), numpy's. */
    public static double quantile(double[] values, double share) {
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        return share <= 0 ? Arrays.stream(values).min().orElse(Double.NaN) : percentile.evaluate(values, 100 * share);
    }

    private UniformRandomProvider random() {
        try {
            ByteBuffer bits = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {bits.getLong(), bits.getLong() | 1});
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
