package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** ACC = (1/T) Σ<sub>j</sub> R[T, j] (Lopez-Paz & Ranzato 2017). Undefined until all tasks were tested after the last. */
public final class AverageAccuracy {
    private AverageAccuracy() {
    }

    static double of(Accuracies a) {
        int T = a.tasks();
        return Mean.over(1, T, j -> a.r(T, j));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "average-accuracy", summary = "Mean accuracy over all tasks after the last one.",
            source = "Lopez-Paz & Ranzato 2017")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return MatrixMetric.scalar("average-accuracy", AverageAccuracy::of);
        }
    }
}
