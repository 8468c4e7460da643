package org.thaw.metrics.costs.internal;

import java.util.SortedMap;
import java.util.TreeMap;
import org.thaw.api.metric.Findings;

/** One kind of cost, task by task. The latest reading of a task replaces those before it: each is what the task cost so far. */
final class Column {
    private final SortedMap<Integer, Double> byTask = new TreeMap<>();
    private final String metric;
    private final Total total;

    Column(String metric, Total total) {
        this.metric = metric;
        this.total = total;
    }

    /** How the tasks make the whole. */
    enum Total { SUM, LAST, GREATEST }

    void put(int task, double value) {
        byTask.put(task, value);
    }

    void report(String role, Findings out) {
        if (byTask.isEmpty()) {
            return;
        }
        double[] x = byTask.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = byTask.values().stream().mapToDouble(Double::doubleValue).toArray();
        out.scalar(role, metric, total(y));
        out.series(role, metric, x, y);
    }

    private double total(double[] y) {
        double result = y[0];
        for (int i = 1; i < y.length; i++) {
            result = switch (total) {
                case SUM -> result + y[i];
                case LAST -> y[i];
                case GREATEST -> Math.max(result, y[i]);
            };
        }
        return result;
    }
}
