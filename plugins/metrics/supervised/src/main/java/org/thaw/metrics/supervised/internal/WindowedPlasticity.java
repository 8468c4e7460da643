package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * WP<sup>w</sup>: as {@link WindowedForgetting}, for the largest rise A(E<sub>i</sub>, f<sub>n</sub>) − A(E<sub>i</sub>, f<sub>m</sub>) (De Lange et al. 2023): how quickly
 * the learner can take up what is new.
 */
public final class WindowedPlasticity {
    private WindowedPlasticity() {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "windowed-plasticity", summary = "Mean over tasks of the largest rise of accuracy within a few tests.",
            source = "De Lange, van de Ven & Tuytelaars, ICLR 2023, WP^w")
    public static final class Factory implements MetricFactory<Windowed> {
        @Override
        public Metric create(Windowed window) {
            return new TrajectoryMetric("windowed-plasticity", tests -> window.greatest(tests, (before, after) -> after - before));
        }
    }
}
