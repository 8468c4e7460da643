package org.thaw.metrics.lifetimes.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;

/** Keeps what a metric reports, by {@code role metric}. */
final class Found implements Findings {
    final Map<String, Double> scalars = new LinkedHashMap<>();
    final Map<String, double[][]> series = new LinkedHashMap<>();

    static Found by(Metric metric, List<Event> events) {
        events.forEach(metric::on);
        Found found = new Found();
        metric.report(found);
        return found;
    }

    static Event evaluated(String role, long step, int on, String score, double value) {
        return new Event.Evaluated(role, step, "evaluate", 0, 0, on, 10, Map.of(score, value));
    }

    @Override
    public void scalar(String role, String metric, double value) {
        scalars.put(role + " " + metric, value);
    }

    @Override
    public void series(String role, String metric, double[] x, double[] y) {
        series.put(role + " " + metric, new double[][] {x, y});
    }

    @Override
    public void matrix(String role, String metric, double[][] rows) {
        throw new AssertionError("lives have no matrix");
    }
}
