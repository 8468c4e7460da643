package org.thaw.metrics.supervised.internal;

import java.util.stream.IntStream;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * f<sub>j</sub><sup>k</sup> = max<sub>l&lt;k</sub> R[l, j] − R[k, j]: what task j has lost after task k against its best time;
 * F<sub>k</sub> = (1/(k−1)) Σ<sub>j&lt;k</sub> f<sub>j</sub><sup>k</sup> (Chaudhry et al. 2018; l counts from 1, so b is left
 * out). Reported: the series of F<sub>k</sub> over k = 2 … T, and F<sub>T</sub> as the number. Undefined for a single task.
 */
public final class Forgetting {
    private Forgetting() {
    }

    /** F_k. */
    static double of(Accuracies a, int k) {
        return Mean.over(1, k - 1, j -> best(a, j, k) - a.r(k, j));
    }

    /** max_{l<k} R[l, j] over the rows in which task j was tested. */
    private static double best(Accuracies a, int j, int k) {
        return IntStream.range(1, k).mapToDouble(l -> a.r(l, j)).filter(r -> !Double.isNaN(r)).max().orElse(Double.NaN);
    }

    private static void report(String role, Accuracies a, Findings out) {
        int T = a.tasks();
        out.scalar(role, "forgetting", of(a, T));
        int[] measured = IntStream.rangeClosed(2, T).filter(k -> !Double.isNaN(of(a, k))).toArray();
        if (measured.length > 0) {
            out.series(role, "forgetting", IntStream.of(measured).asDoubleStream().toArray(), IntStream.of(measured).mapToDouble(k -> of(a, k)).toArray());
        }
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "forgetting", summary = "Mean loss of accuracy on earlier tasks against the best time of each.",
            source = "Chaudhry et al. 2018")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new MatrixMetric(Forgetting::report);
        }
    }
}
