package org.thaw.metrics.streams.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;

/** Keeps what a metric reports, by {@code role metric}. */
final class Found implements Findings {
    final Map<String, Double> scalars = new LinkedHashMap<>();
    final Map<String, double[][]> series = new LinkedHashMap<>();
    final Map<String, double[][]> matrices = new LinkedHashMap<>();

    static Found by(Metric metric) {
        Found found = new Found();
        metric.report(found);
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
