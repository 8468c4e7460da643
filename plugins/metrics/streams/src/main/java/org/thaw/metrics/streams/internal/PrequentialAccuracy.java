package org.thaw.metrics.streams.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * Prequential accuracy over all examples met so far: (1/t) Σ<sub>i≤t</sub> 1[ŷ<sub>i</sub> = y<sub>i</sub>] (Dawid 1984; Gama et al. 2013). Pessimistic: early mistakes
 * never leave it. Needs only the accuracy in the events.
 */
public final class PrequentialAccuracy {
    private PrequentialAccuracy() {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "prequential-accuracy", summary = "Share of examples answered rightly before learning from them, over the whole stream.",
            source = "Gama, Sebastião & Rodrigues, Machine Learning 90, 2013")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new StreamMetric("prequential-accuracy", () -> new Cumulative(0, 0));
        }
    }

    private static final class Cumulative implements StreamMetric.Gauge {
        private double right;
        private long met;

        Cumulative(double right, long met) {
            this.right = right;
            this.met = met;
        }

        @Override
        public void on(Event.Predicted answers) {
            Double accuracy = answers.scores().get("accuracy");
            if (accuracy != null) {
                right += accuracy * answers.size();
                met += answers.size();
            }
        }

        @Override
        public double value() {
            return met == 0 ? Double.NaN : right / met;
        }

        @Override
        public StreamMetric.Gauge copy() {
            return new Cumulative(right, met);
        }
    }
}
