package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * min-ACC<sub>T</sub> = (1/(T−1)) Σ<sub>i&lt;T</sub> min<sub>t<sub>i</sub> &lt; n</sub> A(E<sub>i</sub>, f<sub>n</sub>) (De Lange et al. 2023): the worst
 * moment of each task since it was learned. Shows the stability gap only where there are evaluations within tasks. Undefined for a single task.
 */
public final class MinAccuracy {
    private MinAccuracy() {
    }

    static double of(Trajectories a) {
        return Mean.over(1, a.tasks() - 1, i -> a.since(i).stream().filter(test -> test.met() > i).mapToDouble(Trajectories.Test::accuracy).min().orElse(Double.NaN));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "min-accuracy", summary = "Mean over earlier tasks of the least accuracy at any time since each was learned.",
            source = "De Lange, van de Ven & Tuytelaars, ICLR 2023, min-ACC")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new TrajectoryMetric("min-accuracy", MinAccuracy::of);
        }
    }
}
