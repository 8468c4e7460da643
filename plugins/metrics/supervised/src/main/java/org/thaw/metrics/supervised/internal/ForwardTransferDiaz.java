package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** FWT = 2/(T(T−1)) Σ<sub>i&lt;j</sub> R[i, j] (Díaz-Rodríguez et al. 2018). Undefined for a single task. */
public final class ForwardTransferDiaz {
    private ForwardTransferDiaz() {
    }

    static double of(Accuracies a) {
        Mean mean = new Mean();
        for (int j = 2; j <= a.tasks(); j++) {
            for (int i = 1; i < j; i++) {
                mean.add(a.r(i, j));
            }
        }
        return mean.value();
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "forward-transfer/diaz", summary = "Mean accuracy on tasks not yet learned: the accuracy matrix above its diagonal.",
            source = "Díaz-Rodríguez et al. 2018")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return MatrixMetric.scalar("forward-transfer/diaz", ForwardTransferDiaz::of);
        }
    }
}
