package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** BWT = (1/(T−1)) Σ<sub>i&lt;T</sub> (R[T, i] − R[i, i]) (Lopez-Paz & Ranzato 2017). Undefined for a single task. */
public final class BackwardTransfer {
    private BackwardTransfer() {
    }

    static double of(Accuracies a) {
        int T = a.tasks();
        return Mean.over(1, T - 1, i -> a.r(T, i) - a.r(i, i));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "backward-transfer", summary = "How the accuracy on earlier tasks changed since each was learned; below 0 is forgetting.",
            source = "Lopez-Paz & Ranzato 2017")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return MatrixMetric.scalar("backward-transfer", BackwardTransfer::of);
        }
    }
}
