package org.thaw.metrics.streams.internal;

import java.util.List;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.MetricFactory;
import org.thaw.tck.MetricContract;

/** The contract of metrics, told over streams: one of classes, with a twin and a learner made anew, and one of numbers. */
abstract class StreamMetricContract<C extends Record> extends MetricContract<C> {
    StreamMetricContract(MetricFactory<C> factory, C configuration) {
        super(factory, configuration);
    }

    @Override
    protected List<List<Event>> stories() {
        Answers classes = new Answers().on(0, "0101200", "0111202").forked("learner/frozen@1").on(1, "2201", "2200").by("learner/frozen@1", 1, "2201", "0000")
                .renewed().on(0, "0110", "0111").forked("learner/frozen@1").on(1, "22", "20").by("learner/frozen@1", 1, "22", "00");
        Answers numbers = new Answers().scored(20, "mean-squared-error", 4).scored(20, "mean-squared-error", 1);
        return List.of(classes.events(), numbers.events());
    }
}
