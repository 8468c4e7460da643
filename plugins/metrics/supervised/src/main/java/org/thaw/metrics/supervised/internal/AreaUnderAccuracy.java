package org.thaw.metrics.supervised.internal;

import java.util.TreeMap;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.toolkit.events.FirstLearner;

/**
 * A<sub>AUC</sub>, the area under the accuracy as it changes with the number of examples met (Koh et al. 2022), by the trapezoidal rule and divided by the
 * length of the axis: the mean accuracy over the whole stream. The accuracy at a moment is the mean over the tasks tested then. Reported: the number, the
 * curve, and as {@code <id>/final} its last value. Undefined unless there were tests at two moments.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
final class AreaUnderAccuracy implements Metric {
    private final FirstLearner first = new FirstLearner();
    private final PerRole<TreeMap<Long, TreeMap<Integer, Double>>> roles = new PerRole<>(TreeMap::new, AreaUnderAccuracy::copy);
    private final String id;
    private final boolean all;

    /** @param all whether tasks not met yet count, too: for streams without boundaries, where it is not known which are */
    AreaUnderAccuracy(String id, boolean all) {
        this.id = id;
        this.all = all;
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.Evaluated e && e.scores().containsKey("accuracy")) {
            int met = e.during() < 0 ? e.after() : e.during() + 1;
            if (all || e.on() < met) {
                roles.of(e.role()).computeIfAbsent(e.step(), step -> new TreeMap<>()).put(e.on(), e.scores().get("accuracy"));
            }
        } else if (event instanceof Event.Forked fork) {
            roles.forked(fork);
        }
    }

    @Override
    public void report(Findings out) {
        roles.forEach((role, curve) -> {
            if (!curve.isEmpty()) {
                double[] x = curve.keySet().stream().mapToDouble(Long::doubleValue).toArray();
                double[] y = curve.values().stream().mapToDouble(AreaUnderAccuracy::mean).toArray();
                out.scalar(role, id, area(x, y));
                out.scalar(role, id + "/final", y[y.length - 1]);
                out.series(role, id, x, y);
            }
        });
    }

    private static double mean(TreeMap<Integer, Double> tasks) {
        Mean mean = new Mean();
        tasks.values().forEach(mean::add);
        return mean.value();
    }

    private static double area(double[] x, double[] y) {
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return x.length < 2 ? Double.NaN : area / (x[x.length - 1] - x[0]);
    }

    private static TreeMap<Long, TreeMap<Integer, Double>> copy(TreeMap<Long, TreeMap<Integer, Double>> curve) {
        TreeMap<Long, TreeMap<Integer, Double>> copies = new TreeMap<>();
        curve.forEach((step, tasks) -> copies.put(step, new TreeMap<>(tasks)));
        return copies;
    }
}
