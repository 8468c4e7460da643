package org.thaw.metrics.streams.internal;

import java.util.function.ToDoubleFunction;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Metric;

/** A formula over the counts of the latest answers, and over those of all. Uses only events that list their predictions. */
final class TallyGauge implements StreamMetric.Gauge {
    private final ToDoubleFunction<Tally> formula;
    private final Tally latest;
    private final Tally all;

    private TallyGauge(ToDoubleFunction<Tally> formula, Tally latest, Tally all) {
        this.formula = formula;
        this.latest = latest;
        this.all = all;
    }

    /** A metric whose course is the formula over a window, and whose number is the formula over the whole stream. */
    static Metric metric(String id, Window window, ToDoubleFunction<Tally> formula) {
        return new StreamMetric(id, () -> new TallyGauge(formula, new Tally(window.window()), new Tally(Tally.ALL)), gauge -> formula.applyAsDouble(((TallyGauge) gauge).all));
    }

    /** A metric whose course and number are the formula over a window. */
    static Metric windowed(String id, Window window, ToDoubleFunction<Tally> formula) {
        return new StreamMetric(id, () -> new TallyGauge(formula, new Tally(window.window()), new Tally(Tally.ALL)));
    }

    /** A kappa statistic: (p − p₀)/(1 − p₀), p₀ being what another classifier gets right; undefined where that is all. */
    static double kappa(double p, double other) {
        return other == 1 ? Double.NaN : (p - other) / (1 - other);
    }

    @Override
    public void on(Event.Predicted answers) {
        for (int i = 0; i < answers.targets().size(); i++) {
            latest.add(answers.targets().get(i), answers.predictions().get(i));
            all.add(answers.targets().get(i), answers.predictions().get(i));
        }
    }

    @Override
    public double value() {
        return formula.applyAsDouble(latest);
    }

    @Override
    public StreamMetric.Gauge copy() {
        return new TallyGauge(formula, new Tally(latest), new Tally(all));
    }
}
