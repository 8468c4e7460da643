package org.thaw.metrics.supervised.internal;

import org.thaw.api.Plugin;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * WF<sup>w</sup> = (1/T) Σ<sub>i</sub> max A(E<sub>i</sub>, f<sub>m</sub>) − A(E<sub>i</sub>, f<sub>n</sub>), m before n and both among w consecutive tests on task i since it began, or
 * 0 if there is no drop (De Lange et al. 2023). A gap that heals within the window counts; slow forgetting does not. Undefined where a task was tested only once.
 */
public final class WindowedForgetting {
    private WindowedForgetting() {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "windowed-forgetting", summary = "Mean over tasks of the largest drop of accuracy within a few tests.",
            source = "De Lange, van de Ven & Tuytelaars, ICLR 2023, WF^w")
    public static final class Factory implements MetricFactory<Windowed> {
        @Override
        public Metric create(Windowed window) {
            return new TrajectoryMetric("windowed-forgetting", tests -> window.greatest(tests, (before, after) -> before - after));
        }
    }
}
