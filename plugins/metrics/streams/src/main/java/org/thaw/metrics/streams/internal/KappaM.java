package org.thaw.metrics.streams.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * κ<sub>M</sub> = (p − p<sub>m</sub>)/(1 − p<sub>m</sub>), p<sub>m</sub> being the accuracy of the majority class classifier: the share of the most frequent class, in the same examples. Unlike
 * Cohen's κ it does not flatter answers that are off balance. The number is over the whole stream, the course over the latest w examples. Needs predictions in the events. Undefined where only one class occurred.
 */
public final class KappaM {
    private KappaM() {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "kappa-m", summary = "Accuracy against always answering the most frequent class; below 0 is worse.",
            source = "Bifet, de Francisci Morales, Read, Holmes & Pfahringer, KDD 2015")
    public static final class Factory implements MetricFactory<Window> {
        @Override
        public Metric create(Window window) {
            return TallyGauge.metric("kappa-m", window, t -> TallyGauge.kappa(t.accuracy(), t.majority()));
        }
    }
}
