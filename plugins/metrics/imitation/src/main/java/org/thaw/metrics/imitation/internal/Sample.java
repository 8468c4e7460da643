package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.thaw.api.metric.Findings;
import org.thaw.toolkit.statistics.Bootstrap;
import org.thaw.toolkit.statistics.InterquartileMean;

/**
 * Lifetimes of one or several runs, each a row of numbers that belong together: those of a student, of its teacher and of who acts at random in the
 * same worlds. Resampling takes whole lifetimes, and each run's among its own, as the lifetimes of a run share one training of the student. Lifetimes
 * in which a number is missing are left out, and counted: a life in which no episode ended within a window may be one in which somebody survived, so that leaving
 * out many would not be fair to all.
 */
final class Sample {
    /** The share of lifetimes that must be left for a verdict to count. */
    static final double KEPT = 0.95;

    private final List<double[]> rows = new ArrayList<>();
    private final double[][] strata;
    private final Bootstrap bootstrap;
    private final int dropped;

    /** @param name of the bootstrap's random stream; 0 resamples: no intervals */
    Sample(String name, int resamples, List<List<double[]>> runs) {
        this.bootstrap = new Bootstrap("imitation/" + name, resamples, Estimate.LEVEL);
        List<double[]> numbers = new ArrayList<>();
        for (List<double[]> run : runs) {
            int before = rows.size();
            run.stream().filter(row -> Arrays.stream(row).allMatch(Double::isFinite)).forEach(rows::add);
            if (rows.size() > before) {
                numbers.add(IntStream.range(before, rows.size()).asDoubleStream().toArray());
            }
        }
        this.dropped = runs.stream().mapToInt(List::size).sum() - rows.size();
        this.strata = numbers.toArray(double[][]::new);
    }

    /** How many lifetimes. */
    int size() {
        return rows.size();
    }

    /** How many were left out, as a number was missing. */
    int dropped() {
        return dropped;
    }

    /** Whether there are so many lifetimes at least, and hardly any was left out. */
    boolean counts(int least) {
        return size() >= least && kept() > KEPT;
    }

    private double kept() {
        return (double) rows.size() / (rows.size() + dropped);
    }

    /** Tells how many lifetimes there are and how many were left out, and the gates on both. */
    void tellSize(Findings out, String role, String metric, int least) {
        out.scalar(role, metric, size());
        out.scalar(role, metric + "/counted-above", least - 1);
        out.scalar(role, metric + "-dropped", dropped);
        out.scalar(role, metric + "-kept", kept());
        out.scalar(role, metric + "-kept/counted-above", KEPT);
    }

    /** The mean of a column. */
    double mean(int column) {
        return rows.stream().mapToDouble(row -> row[column]).sum() / rows.size();
    }

    /** A number that depends on the means of the columns, over lifetimes. */
    Estimate of(ToDoubleFunction<double[]> ofMeans) {
        double[] means = rows.isEmpty() ? new double[0] : new double[rows.get(0).length];
        return estimate(sample -> {
            Arrays.fill(means, 0);
            int count = 0;
            for (double[] stratum : sample) {
                for (double number : stratum) {
                    double[] row = rows.get((int) number);
                    for (int column = 0; column < means.length; column++) {
                        means[column] += row[column];
                    }
                }
                count += stratum.length;
            }
            for (int column = 0; column < means.length; column++) {
                means[column] /= count;
            }
            return ofMeans.applyAsDouble(means);
        });
    }

    /** The interquartile mean over lifetimes of a column, brought onto a scale. */
    Estimate interquartileMean(int column, DoubleUnaryOperator scale) {
        return estimate(sample -> InterquartileMean.of(Arrays.stream(sample).flatMapToDouble(Arrays::stream).map(number -> scale.applyAsDouble(rows.get((int) number)[column])).toArray()));
    }

    private Estimate estimate(ToDoubleFunction<double[][]> statistic) {
        return rows.isEmpty() ? new Estimate(Double.NaN, new double[0]) : new Estimate(statistic.applyAsDouble(strata), bootstrap.values(strata, statistic));
    }
}
