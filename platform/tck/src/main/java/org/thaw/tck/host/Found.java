package org.thaw.tck.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;

/** Keeps what a metric or summary reports, by {@code role metric}. */
public final class Found implements Findings {
    public final Map<String, Double> scalars = new LinkedHashMap<>();
    /** Each as its x and its y. */
    public final Map<String, double[][]> series = new LinkedHashMap<>();
    public final Map<String, double[][]> matrices = new LinkedHashMap<>();

    /** What a metric has found so far. */
    public static Found by(Metric metric) {
        return by(metric, List.of());
    }

    /** What a metric finds in events. */
    public static Found by(Metric metric, List<Event> events) {
        events.forEach(metric::on);
        Found found = new Found();
        metric.report(found);
        return found;
    }

    /** What a summary finds in runs. */
    public static Found by(Summary summary, List<? extends RunView> runs) {
        runs.forEach(summary::on);
        Found found = new Found();
        summary.report(found);
        return found;
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
        matrices.put(role + " " + metric, rows);
    }
}
