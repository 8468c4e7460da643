package org.thaw.metrics.agents.internal;

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
 * has values. The draws come from a stream that a name fixes, so that a report made again says the same.
 *
 * @param name        of the stream
 * @param repetitions how many resamples
 * @param level       of the interval: 0.95 leaves out 2.5% at either end
 */
record Bootstrap(String name, int repetitions, double level) {
    /** Two ends. */
    record Interval(double low, double high) {
    }

    /** The interval of a statistic of rows, each a stratum. The statistic must not keep or change what it is given. */
    Interval interval(double[][] strata, ToDoubleFunction<double[][]> statistic) {
        UniformRandomProvider random = random();
        double[][] sample = new double[strata.length][];
        for (int s = 0; s < strata.length; s++) {
            if (strata[s].length == 0) {
                return new Interval(Double.NaN, Double.NaN);
            }
            sample[s] = new double[strata[s].length];
        }
        double[] values = new double[repetitions];
        for (int r = 0; r < repetitions; r++) {
            for (int s = 0; s < strata.length; s++) {
                for (int i = 0; i < sample[s].length; i++) {
                    sample[s][i] = strata[s][random.nextInt(strata[s].length)];
                }
            }
            values[r] = statistic.applyAsDouble(sample);
        }
        return new Interval(quantile(values, (1 - level) / 2), quantile(values, (1 + level) / 2));
    }

    /** A quantile with straight lines between order statistics: type 7 of Hyndman and Fan (1996), numpy's. */
    static double quantile(double[] values, double share) {
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
