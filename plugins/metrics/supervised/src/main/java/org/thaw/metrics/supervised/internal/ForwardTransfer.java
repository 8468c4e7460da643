package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * FWT = (1/(T−1)) Σ<sub>i≥2</sub> (R[i−1, i] − b<sub>i</sub>) (Lopez-Paz & Ranzato 2017), b<sub>i</sub> the accuracy on task i
 * before any training. Undefined for a single task, and where there was no test before the first.
 */
public final class ForwardTransfer {
    private ForwardTransfer() {
    }

    static double of(Accuracies a) {
        int T = a.tasks();
        return Mean.over(2, T, i -> a.r(i - 1, i) - a.b(i));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "forward-transfer", summary = "How much better than at its start the learner is on the next task before learning it.",
            source = "Lopez-Paz & Ranzato 2017")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return MatrixMetric.scalar("forward-transfer", ForwardTransfer::of);
        }
    }
}
