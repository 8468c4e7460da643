package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** BWT = 2/(T(T−1)) Σ<sub>i≥2</sub> Σ<sub>j&lt;i</sub> (R[i, j] − R[j, j]) (Díaz-Rodríguez et al. 2018). Undefined for a single task. */
public final class BackwardTransferDiaz {
    private BackwardTransferDiaz() {
    }

    static double of(Accuracies a) {
        Mean mean = new Mean();
        for (int i = 2; i <= a.tasks(); i++) {
            for (int j = 1; j < i; j++) {
                mean.add(a.r(i, j) - a.r(j, j));
            }
        }
        return mean.value();
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "backward-transfer/diaz", summary = "Mean change of the accuracy on earlier tasks, over all stages.",
            source = "Díaz-Rodríguez et al. 2018")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return MatrixMetric.scalar("backward-transfer/diaz", BackwardTransferDiaz::of);
        }
    }
}
