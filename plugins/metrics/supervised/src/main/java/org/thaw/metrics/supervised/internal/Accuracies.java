package org.thaw.metrics.supervised.internal;

import java.util.TreeMap;
import org.thaw.api.metric.Event;

/**
 * The accuracy matrix of one role, R[i, j]: the accuracy on task j after training through task i; and b<sub>j</sub>, that before any training.
 * Tasks are counted from 1 here, as in the papers, so that formulas can be checked against them. Filled from evaluations between tasks; those
 * within a task do not count. NaN where nothing was measured, so that whatever needs it comes out undefined.
 */
final class Accuracies {
    private final TreeMap<Integer, TreeMap<Integer, Double>> rows = new TreeMap<>();
    private int tasks;

    Accuracies() {
    }

    /** A copy. */
    Accuracies(Accuracies other) {
        other.rows.forEach((after, row) -> rows.put(after, new TreeMap<>(row)));
        tasks = other.tasks;
    }

    /** Takes an evaluation; the latest counts if a task was tested twice. */
    void on(Event.Evaluated e) {
        Double accuracy = e.scores().get("accuracy");
        if (accuracy != null && e.during() < 0) {
            rows.computeIfAbsent(e.after(), after -> new TreeMap<>()).put(e.on() + 1, accuracy);
            tasks = Math.max(tasks, e.on() + 1);
        }
    }

    /** T: how many tasks were tested; 0 if none was. */
    int tasks() {
        return tasks;
    }

    /** R[i, j], 1 ≤ i, j ≤ T. */
    double r(int i, int j) {
        return get(i, j);
    }

    /** b_j, 1 ≤ j ≤ T. */
    double b(int j) {
        return get(0, j);
    }

    private double get(int after, int task) {
        TreeMap<Integer, Double> row = rows.get(after);
        return row == null ? Double.NaN : row.getOrDefault(task, Double.NaN);
    }
}
