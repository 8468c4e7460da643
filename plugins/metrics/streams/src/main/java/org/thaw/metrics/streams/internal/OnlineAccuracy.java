package org.thaw.metrics.streams.internal;

import java.util.TreeMap;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.toolkit.events.FirstLearner;

/**
 * Per-task online accuracy (Dohare et al. 2024): for each task, the share of its examples answered rightly before they were learned from. Its fall over many tasks is loss
 * of plasticity. Reported: the mean over tasks, the series over tasks, counted from 0, and that of the last task as {@code online-accuracy/last}. Needs only
 * the accuracy in the events.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class OnlineAccuracy implements Metric {
    private final FirstLearner first = new FirstLearner();
    private final PerRole<TreeMap<Integer, double[]>> roles = new PerRole<>(TreeMap::new, OnlineAccuracy::copy);

    private OnlineAccuracy() {
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.Predicted answers && answers.scores().containsKey("accuracy")) {
            double[] counts = roles.of(answers.role()).computeIfAbsent(answers.task(), task -> new double[2]);
            counts[0] += answers.scores().get("accuracy") * answers.size();
            counts[1] += answers.size();
        } else if (event instanceof Event.Forked fork) {
            roles.forked(fork);
        }
    }

    @Override
    public void report(Findings out) {
        roles.forEach((role, tasks) -> {
            if (!tasks.isEmpty()) {
                double[] x = tasks.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
                double[] y = tasks.values().stream().mapToDouble(counts -> counts[0] / counts[1]).toArray();
                double sum = 0;
                for (double accuracy : y) {
                    sum += accuracy;
                }
                out.scalar(role, "online-accuracy", sum / y.length);
                out.scalar(role, "online-accuracy/last", y[y.length - 1]);
                out.series(role, "online-accuracy", x, y);
            }
        });
    }

    private static TreeMap<Integer, double[]> copy(TreeMap<Integer, double[]> tasks) {
        TreeMap<Integer, double[]> copies = new TreeMap<>();
        tasks.forEach((task, counts) -> copies.put(task, counts.clone()));
        return copies;
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "online-accuracy", summary = "Accuracy on each task's examples before learning from them.", source = "Dohare et al., Nature 632, 2024")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new OnlineAccuracy();
        }
    }
}
