package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** {@link AreaUnderAccuracy} over the tasks met by then. */
public final class AreaUnderAccuracyMet {
    private AreaUnderAccuracyMet() {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "area-under-accuracy", summary = "Mean accuracy over the whole course of learning, on the tasks met by then.",
            source = "Koh, Kim, Ha & Choi, ICLR 2022, A_AUC")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new AreaUnderAccuracy("area-under-accuracy", false);
        }
    }
}
