package org.thaw.runtime.toys;

import java.util.function.ObjDoubleConsumer;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Inspector;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** Measures the sum of all weights, how many inputs it was shown and what they sum to. */
public record Gauge(Config config) implements Inspector {
    public record Config(@Parameter(value = "how many inputs", byDefault = "5") int probes, @Parameter(value = "whether it breaks down", byDefault = "false") boolean broken) {
    }

    @Plugin(kind = Plugin.Kind.METRIC, id = "gauge", summary = "Measures weights.")
    public static final class Factory implements MetricFactory<Config> {
        @Override
        public Metric create(Config configuration) {
            return new Gauge(configuration);
        }
    }

    @Override
    public int probes() {
        return config.probes();
    }

    @Override
    public void inspect(Inspectable learner, Tensor probe, ObjDoubleConsumer<String> measures) {
        learner.weights((name, tensor) -> {
            if (config.broken()) {
                throw new IllegalStateException("the needle is stuck");
            }
            double sum = 0;
            for (double each : tensor.doubles()) {
                sum += each;
            }
            measures.accept("sum/" + name, sum);
        });
        measures.accept("rows", probe.rows());
        learner.activations(probe, (name, tensor) -> {
            double sum = 0;
            for (float each : tensor.floats()) {
                sum += each;
            }
            measures.accept("seen/" + name, sum);
        });
    }

    @Override
    public void on(Event event) {
    }

    @Override
    public void report(Findings out) {
    }
}
