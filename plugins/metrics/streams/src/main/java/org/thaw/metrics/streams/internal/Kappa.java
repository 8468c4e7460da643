package org.thaw.metrics.streams.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * Cohen's κ = (p − p<sub>c</sub>)/(1 − p<sub>c</sub>), where p<sub>c</sub> = Σ<sub>k</sub> (share of class k among the targets) · (share among the predictions): how much better than a
 * classifier that answers at random with the same frequencies. The number is over the whole stream, the course over the latest w examples. Needs
 * predictions in the events. Undefined where only one class occurred and was answered.
 */
public final class Kappa {
    private Kappa() {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "kappa", summary = "Accuracy against chance with the same class frequencies; 1 is perfect, 0 no better.",
            source = "Cohen 1960; Bifet & Frank 2010")
    public static final class Factory implements MetricFactory<Window> {
        @Override
        public Metric create(Window window) {
            return TallyGauge.metric("kappa", window, t -> TallyGauge.kappa(t.accuracy(), t.chance()));
        }
    }
}
