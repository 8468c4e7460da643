package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** A = 2/(T(T+1)) Σ<sub>i≥j</sub> R[i, j] (Díaz-Rodríguez et al. 2018): the whole history counts, not only its end. */
public final class AverageAccuracyDiaz {
    private AverageAccuracyDiaz() {
    }

    static double of(Accuracies a) {
        Mean mean = new Mean();
        for (int i = 1; i <= a.tasks(); i++) {
            for (int j = 1; j <= i; j++) {
                mean.add(a.r(i, j));
            }
        }
        return mean.value();
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "average-accuracy/diaz", summary = "Mean of the accuracy matrix on and below its diagonal.",
            source = "Díaz-Rodríguez et al. 2018")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return MatrixMetric.scalar("average-accuracy/diaz", AverageAccuracyDiaz::of);
        }
    }
}
