package org.thaw.metrics.streams.internal;

import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * Prequential accuracy with a fading factor: Σ<sub>i≤t</sub> α<sup>t−i</sup> 1[ŷ<sub>i</sub> = y<sub>i</sub>] / Σ<sub>i≤t</sub> α<sup>t−i</sup> (Gama et al. 2013): old
 * examples count ever less. Needs predictions in the events.
 */
public final class PrequentialAccuracyFading {
    private PrequentialAccuracyFading() {
    }

    /** How fast the past fades. */
    public record Config(@Parameter(value = "fading factor α", byDefault = "0.999", range = "(0,1]") double alpha) {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "prequential-accuracy/fading", summary = "Accuracy before learning, in which the past fades exponentially.",
            source = "Gama, Sebastião & Rodrigues, Machine Learning 90, 2013")
    public static final class Factory implements MetricFactory<Config> {
        @Override
        public Metric create(Config configuration) {
            return new StreamMetric("prequential-accuracy/fading", () -> new Fading(configuration.alpha(), 0, 0));
        }
    }

    private static final class Fading implements StreamMetric.Gauge {
        private final double alpha;
        private double right;
        private double weight;

        Fading(double alpha, double right, double weight) {
            this.alpha = alpha;
            this.right = right;
            this.weight = weight;
        }

        @Override
        public void on(Event.Predicted answers) {
            for (int i = 0; i < answers.targets().size(); i++) {
                right = alpha * right + (answers.targets().get(i).equals(answers.predictions().get(i)) ? 1 : 0);
                weight = alpha * weight + 1;
            }
        }

        @Override
        public double value() {
            return weight == 0 ? Double.NaN : right / weight;
        }

        @Override
        public StreamMetric.Gauge copy() {
            return new Fading(alpha, right, weight);
        }
    }
}
