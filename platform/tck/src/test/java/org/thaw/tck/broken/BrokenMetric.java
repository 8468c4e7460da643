package org.thaw.tck.broken;

import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** Counts events; sound, but for one fault. */
public final class BrokenMetric implements Metric {
    /** Ways to break the contract of metrics. */
    public enum Fault { NONE, SHARES, REPORTING_FORGETS, NEEDS_TASKS, FINDS_NOTHING, ANOTHERS_ID }

    /** Which fault. */
    public record Config(@Parameter("the fault") Fault fault) {
    }

    /** Makes metrics with one fault each. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "broken-metric", summary = "Has one fault.")
    public static final class Factory implements MetricFactory<Config> {
        private long shared;

        @Override
        public Metric create(Config configuration) {
            return new BrokenMetric(configuration.fault(), this);
        }
    }

    private final Fault fault;
    private final Factory factory;
    private long events;
    private long tasks;

    private BrokenMetric(Fault fault, Factory factory) {
        this.fault = fault;
        this.factory = factory;
    }

    @Override
    public void on(Event event) {
        events++;
        factory.shared++;
        tasks += event instanceof Event.TaskBegan ? 1 : 0;
    }

    @Override
    public void report(Findings out) {
        if (fault == Fault.NEEDS_TASKS && events / tasks < 0) {
            return;
        }
        if (events == 0 || fault == Fault.FINDS_NOTHING) {
            return;
        }
        String name = fault == Fault.ANOTHERS_ID ? "another" : "broken-metric";
        out.scalar("learner", name, fault == Fault.SHARES ? factory.shared : events);
        if (fault == Fault.REPORTING_FORGETS) {
            events = 1;
        }
    }
}
