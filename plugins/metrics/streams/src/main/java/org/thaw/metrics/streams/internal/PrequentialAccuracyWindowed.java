package org.thaw.metrics.streams.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * Prequential accuracy over the latest w examples (Gama et al. 2013; Bifet et al. 2015). The number is that of the last window. Needs predictions in the
 * events.
 */
public final class PrequentialAccuracyWindowed {
    private PrequentialAccuracyWindowed() {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "prequential-accuracy/windowed", summary = "Accuracy before learning, over the latest examples.",
            source = "Gama, Sebastião & Rodrigues, Machine Learning 90, 2013")
    public static final class Factory implements MetricFactory<Window> {
        @Override
        public Metric create(Window window) {
            return TallyGauge.windowed("prequential-accuracy/windowed", window, Tally::accuracy);
        }
    }
}
