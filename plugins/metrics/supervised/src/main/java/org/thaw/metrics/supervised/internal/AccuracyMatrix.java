package org.thaw.metrics.supervised.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.toolkit.events.FirstLearner;

/**
 * The accuracy matrix itself, and the learning curves it is cut from. Reported per role: the matrix {@code accuracy-matrix}, row i − 1 and
 * column j − 1 holding R[i, j]; the row of b<sub>j</sub> as the matrix {@code accuracy-matrix/initial}, if all tasks were tested before the
 * first; and for each task, counted from 0, the series {@code accuracy-matrix/task-0} of every test on it, those within tasks included.
 *
 * <p>A curve's x is the original learner's step: a frozen twin meets no examples, but time goes on for it too.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class AccuracyMatrix implements Metric {
    private final FirstLearner first = new FirstLearner();
    private final PerRole<Accuracies> matrices = new PerRole<>(Accuracies::new, Accuracies::new);
    private final PerRole<TreeMap<Integer, TreeMap<Long, Double>>> curves = new PerRole<>(TreeMap::new, AccuracyMatrix::copy);
    private final Map<String, Long> clocks = new HashMap<>();

    private AccuracyMatrix() {
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        long now = clocks.merge(original(event.role()), event.step(), Math::max);
        if (event instanceof Event.Evaluated e && e.scores().containsKey("accuracy")) {
            matrices.of(e.role()).on(e);
            curves.of(e.role()).computeIfAbsent(e.on(), task -> new TreeMap<>()).put(now, e.scores().get("accuracy"));
        } else if (event instanceof Event.Forked fork) {
            matrices.forked(fork);
            curves.forked(fork);
        }
    }

    @Override
    public void report(Findings out) {
        matrices.forEach((role, a) -> {
            if (a.tasks() > 0) {
                out.matrix(role, "accuracy-matrix", matrix(a));
                if (!Double.isNaN(Mean.over(1, a.tasks(), a::b))) {
                    out.matrix(role, "accuracy-matrix/initial", new double[][] {row(a, 0)});
                }
            }
        });
        curves.forEach((role, tasks) -> tasks.forEach((task, curve) -> out.series(role, "accuracy-matrix/task-" + task,
                curve.keySet().stream().mapToDouble(Long::doubleValue).toArray(), curve.values().stream().mapToDouble(Double::doubleValue).toArray())));
    }

    private static double[][] matrix(Accuracies a) {
        double[][] rows = new double[a.tasks()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(a, i + 1);
        }
        return rows;
    }

    private static double[] row(Accuracies a, int after) {
        double[] row = new double[a.tasks()];
        for (int j = 0; j < row.length; j++) {
            row[j] = after == 0 ? a.b(j + 1) : a.r(after, j + 1);
        }
        return row;
    }

    private static TreeMap<Integer, TreeMap<Long, Double>> copy(TreeMap<Integer, TreeMap<Long, Double>> curves) {
        TreeMap<Integer, TreeMap<Long, Double>> copies = new TreeMap<>();
        curves.forEach((task, curve) -> copies.put(task, new TreeMap<>(curve)));
        return copies;
    }

    private static String original(String role) {
        int slash = role.indexOf('/');
        return slash < 0 ? role : role.substring(0, slash);
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "accuracy-matrix", summary = "The accuracy on each task after each task, and each task's learning curve.",
            source = "Lopez-Paz & Ranzato 2017")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new AccuracyMatrix();
        }
    }
}
