package org.thaw.metrics.plasticity.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
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
import org.thaw.toolkit.events.FirstLearner;

/**
 * Signs that a network is losing its ability to learn (Dohare et al. 2024, Loss of plasticity in deep continual learning; Sokar et al. 2023, The dormant
 * neuron phenomenon), measured after every evaluation on the first inputs of it. For each hidden layer, by its name:
 *
 * <ul>
 * <li>{@code plasticity/effective-rank/<layer>}, {@code …/approximate-rank/…} and {@code …/stable-rank/…} of its activations over the probe ({@link Ranks});
 * <li>{@code plasticity/dead-units/<layer>}: the share of units that are 0 for every input;
 * <li>{@code plasticity/dormant-units/<layer>}: the share of units with at most τ times the mean activity ({@link Units});
 * </ul>
 *
 * and {@code plasticity/mean-weight/<weights>}, the mean |w| of each weight tensor; {@code plasticity/mean-weight}, that over all. Each is a series over steps; the
 * number is the last. Singular values come from LAPACK, whose last digits depend on the processor: ranks are kept to six significant digits.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class Plasticity implements Inspector {
    private static final String ID = "plasticity";
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private final FirstLearner first = new FirstLearner();
    private final Config config;
    /** By role and name; a later measurement at the same step counts. */
    private final Map<String, Map<String, TreeMap<Long, Double>>> measured = new LinkedHashMap<>();

    /** What is looked at. */
    public record Config(
            @Parameter(value = "inputs of the probe; fewer where an evaluation has fewer", byDefault = "2000", range = "[1,*)", source = "Dohare et al. 2024") int probes,
            @Parameter(value = "share τ of the mean activity up to which a unit is dormant", byDefault = "0.025", range = "[0,*)", source = "Sokar et al. 2023") double dormant) {
    }

    private Plasticity(Config config) {
        this.config = config;
    }

    @Override
    public int probes() {
        return config.probes();
    }

    @Override
    public void inspect(Inspectable learner, Tensor probe, ObjDoubleConsumer<String> measures) {
        WeightSize all = new WeightSize();
        learner.weights((name, tensor) -> {
            WeightSize own = new WeightSize();
            own.add(tensor.floats());
            all.add(tensor.floats());
            measures.accept("mean-weight/" + name, own.mean());
        });
        if (all.any()) {
            measures.accept("mean-weight", all.mean());
        }
        learner.activations(probe, (name, tensor) -> layer(name, tensor, measures));
    }

    private void layer(String name, Tensor activations, ObjDoubleConsumer<String> measures) {
        int rows = activations.rows();
        int units = activations.rowSize();
        if (rows == 0 || units == 0) {
            return;
        }
        double[] singular = SingularValues.of(activations.floats(), rows, units);
        measures.accept("effective-rank/" + name, rounded(Ranks.effective(singular)));
        measures.accept("approximate-rank/" + name, Ranks.approximate(singular));
        measures.accept("stable-rank/" + name, rounded(Ranks.stable(singular)));
        Units activity = Units.of(activations.floats(), rows, units);
        measures.accept("dead-units/" + name, activity.dead());
        measures.accept("dormant-units/" + name, activity.dormant(config.dormant()));
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(SIX_DIGITS).doubleValue() : value;
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.Measured e && e.name().startsWith(ID + "/")) {
            measured.computeIfAbsent(e.role(), role -> new LinkedHashMap<>()).computeIfAbsent(e.name(), name -> new TreeMap<>()).put(e.step(), e.value());
        }
    }

    @Override
    public void report(Findings out) {
        measured.forEach((role, byName) -> byName.forEach((name, values) -> {
            out.scalar(role, name, values.lastEntry().getValue());
            out.series(role, name, values.keySet().stream().mapToDouble(Long::doubleValue).toArray(), values.values().stream().mapToDouble(Double::doubleValue).toArray());
        }));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = ID, summary = "Ranks of activations, dead and dormant units, and the size of weights.",
            source = "Dohare et al., Nature 632, 2024; Sokar et al., ICML 2023")
    public static final class Factory implements MetricFactory<Config> {
        @Override
        public Metric create(Config configuration) {
            return new Plasticity(configuration);
        }
    }
}
