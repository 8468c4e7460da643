package org.thaw.metrics.supervised.internal;

import java.util.TreeMap;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.toolkit.events.FirstLearner;

/**
 * Anytime accuracy (Caccia et al. 2021): the mean over t, h of (1/t) Σ<sub>j≤t</sub> A[t, h, j], where A[t, h, j] is the accuracy on task j at
 * the h-th of the evaluations of task t. Those of task t are all within it and the one after it, which ends its last stretch; so with no
 * evaluation within tasks this is the average incremental accuracy. Undefined where an evaluation left out a task met by then.
 *
 * <p>A frozen twin is evaluated when its original is; up to the fork its evaluations are its original's.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class AnytimeAccuracy implements Metric {
    private final FirstLearner first = new FirstLearner();
    private final PerRole<TreeMap<Integer, Stage>> roles = new PerRole<>(TreeMap::new, AnytimeAccuracy::copy);

    private AnytimeAccuracy() {
    }

    /** The evaluations of task t, counted from 1: how many there were on each task j ≤ t, and the sums of accuracies. */
    private record Stage(long[] counts, double[] sums) {
        Stage(int t) {
            this(new long[t], new double[t]);
        }

        void add(int j, double accuracy) {
            counts[j - 1]++;
            sums[j - 1] += accuracy;
        }

        /** H if all tasks were tested equally often, else 0. */
        long evaluations() {
            for (long count : counts) {
                if (count != counts[0]) {
                    return 0;
                }
            }
            return counts[0];
        }

        /** Σ_h (1/t) Σ_{j≤t} A[t, h, j]. */
        double sum() {
            double sum = 0;
            for (double s : sums) {
                sum += s;
            }
            return sum / counts.length;
        }
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.Evaluated e && e.scores().containsKey("accuracy")) {
            int t = e.during() < 0 ? e.after() : e.during() + 1;
            if (e.on() < t) {
                roles.of(e.role()).computeIfAbsent(t, Stage::new).add(e.on() + 1, e.scores().get("accuracy"));
            }
        } else if (event instanceof Event.Forked fork) {
            roles.forked(fork);
        }
    }

    @Override
    public void report(Findings out) {
        roles.forEach((role, stages) -> {
            if (!stages.isEmpty()) {
                out.scalar(role, "anytime-accuracy", value(stages));
            }
        });
    }

    private static double value(TreeMap<Integer, Stage> stages) {
        double sum = 0;
        long count = 0;
        for (Stage stage : stages.values()) {
            if (stage.evaluations() == 0) {
                return Double.NaN;
            }
            sum += stage.sum();
            count += stage.evaluations();
        }
        return sum / count;
    }

    private static TreeMap<Integer, Stage> copy(TreeMap<Integer, Stage> stages) {
        TreeMap<Integer, Stage> copies = new TreeMap<>();
        stages.forEach((t, stage) -> copies.put(t, new Stage(stage.counts.clone(), stage.sums.clone())));
        return copies;
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "anytime-accuracy", summary = "Mean accuracy on the tasks met so far, over all evaluations within and after tasks.",
            source = "Caccia et al. 2021")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new AnytimeAccuracy();
        }
    }
}
