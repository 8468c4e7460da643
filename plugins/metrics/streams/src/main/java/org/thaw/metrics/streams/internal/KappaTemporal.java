package org.thaw.metrics.streams.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * κ<sub>T</sub> = (p − p<sub>e</sub>)/(1 − p<sub>e</sub>), p<sub>e</sub> being the accuracy of the no-change classifier, which answers the class of the example before; its first answer counts as
 * wrong. It sees each class at once, also where the learner's labels are delayed. The number is over the whole stream, the course over the latest w examples. Needs predictions in
 * the events. Undefined where the class never changed.
 */
public final class KappaTemporal {
    private KappaTemporal() {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "kappa-temporal", summary = "Accuracy against always answering the latest class; below 0 is worse.",
            source = "Bifet, Read, Žliobaitė, Pfahringer & Holmes, ECML PKDD 2013; Bifet et al., KDD 2015")
    public static final class Factory implements MetricFactory<Window> {
        @Override
        public Metric create(Window window) {
            return TallyGauge.metric("kappa-temporal", window, t -> TallyGauge.kappa(t.accuracy(), t.noChange()));
        }
    }
}
