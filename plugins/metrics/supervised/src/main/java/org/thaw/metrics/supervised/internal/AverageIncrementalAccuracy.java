package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** (1/T) Σ<sub>t</sub> (1/t) Σ<sub>j≤t</sub> R[t, j] (Rebuffi et al. 2017): tasks weigh the same, whatever their numbers of test examples. */
public final class AverageIncrementalAccuracy {
    private AverageIncrementalAccuracy() {
    }

    static double of(Accuracies a) {
        return Mean.over(1, a.tasks(), t -> Mean.over(1, t, j -> a.r(t, j)));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "average-incremental-accuracy", summary = "Mean over all stages of the mean accuracy on the tasks learned by then.",
            source = "Rebuffi et al. 2017")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return MatrixMetric.scalar("average-incremental-accuracy", AverageIncrementalAccuracy::of);
        }
    }
}
