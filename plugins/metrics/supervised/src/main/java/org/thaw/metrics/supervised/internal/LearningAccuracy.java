package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** LA = (1/T) Σ<sub>i</sub> R[i, i] (Riemer et al. 2019). */
public final class LearningAccuracy {
    private LearningAccuracy() {
    }

    static double of(Accuracies a) {
        return Mean.over(1, a.tasks(), i -> a.r(i, i));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "learning-accuracy", summary = "Mean accuracy on each task right after learning it.",
            source = "Riemer et al. 2019")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return MatrixMetric.scalar("learning-accuracy", LearningAccuracy::of);
        }
    }
}
