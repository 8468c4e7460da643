package org.thaw.metrics.agents.internal;

import java.util.Arrays;
import org.thaw.toolkit.statistics.InterquartileMean;

/** Statistics of few runs on several tasks (Agarwal et al. 2021). Rows are tasks, columns runs, normalised scores everywhere. */
final class Robust {
    private Robust() {
    }

    /** The interquartile mean over all runs on all tasks: without the lowest and the highest ⌊n/4⌋ scores (section 4.3). */
    static double interquartileMean(double[][] scores) {
        return InterquartileMean.of(all(scores));
    }

    /** The run-score distribution: the share of scores above τ (section 4.2). */
    static double above(double[][] scores, double threshold) {
        double[] all = all(scores);
        return (double) Arrays.stream(all).filter(score -> score > threshold).count() / all.length;
    }

    /** P(X &gt; Y), the mean over tasks of the share of pairs of runs in which X scores more, half of it where both score alike (section 4.3). */
    static double improvement(double[][] x, double[][] y) {
        double[] byTask = new double[x.length];
        for (int task = 0; task < x.length; task++) {
            double better = 0;
            for (double one : x[task]) {
                for (double other : y[task]) {
                    better += one > other ? 1 : one == other ? 0.5 : 0;
                }
            }
            byTask[task] = better / x[task].length / y[task].length;
        }
        return Means.of(byTask);
    }

    static double[] all(double[][] scores) {
        return Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
    }
}
