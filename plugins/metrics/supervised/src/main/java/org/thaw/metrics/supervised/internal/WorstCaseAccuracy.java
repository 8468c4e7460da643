package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * WC-ACC = (1/T) A(E<sub>T</sub>, f<sub>T</sub>) + (1 − 1/T) min-ACC<sub>T</sub> (De Lange et al. 2023): what can be relied on at any time. For a single task the
 * accuracy on it.
 */
public final class WorstCaseAccuracy {
    private WorstCaseAccuracy() {
    }

    static double of(Trajectories a) {
        int T = a.tasks();
        return T == 1 ? a.learned(1) : a.learned(T) / T + (1 - 1.0 / T) * MinAccuracy.of(a);
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "worst-case-accuracy", summary = "The accuracy on the last task and the least ones on all before, weighted by their numbers.",
            source = "De Lange, van de Ven & Tuytelaars, ICLR 2023, WC-ACC")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new TrajectoryMetric("worst-case-accuracy", WorstCaseAccuracy::of);
        }
    }
}
