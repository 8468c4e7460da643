package org.thaw.runtime.toys;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.run.RunningExperiment;

/** Stops an experiment of one run at given events, however fast the machine is. The metric that it makes belongs into the experiment. */
@Plugin(kind = Plugin.Kind.METRIC, id = "stopper", summary = "Stops the run that it reads.")
public final class Stopper implements MetricFactory<Stopper.None> {
    /** Numbers of events, one after another. */
    private final Deque<Integer> stops = new ArrayDeque<>();
    private final AtomicReference<RunningExperiment> running = new AtomicReference<>();

    /** Stops the run at the first of these events, and when it goes on at the next one, counted from the beginning of its life. */
    public void at(Collection<Integer> events) {
        stops.addAll(events);
    }

    /** A laboratory that has the metric. */
    public ToyLab lab(Path folder, PluginEntry... more) {
        return new ToyLab(folder, Stream.concat(Stream.of(more), Stream.of(Entries.of(this))).toArray(PluginEntry[]::new));
    }

    /** Starts an experiment, or lets it go on, until it is stopped or done. */
    public RunningExperiment run(ToyLab lab, Supplier<RunningExperiment> start) {
        lab.gate.lock();
        try {
            running.set(start.get());
        } finally {
            lab.gate.unlock();
        }
        return ToyLab.ended(running.get());
    }

    @Override
    public Metric create(None configuration) {
        return new Reader();
    }

    private final class Reader implements Metric {
        private int events;

        @Override
        public void on(Event event) {
            if (!stops.isEmpty() && events == stops.peek()) {
                stops.remove();
                running.get().stop();
            }
            events++; // of a run that goes on, those before it stopped too
        }

        @Override
        public void report(Findings out) {
        }
    }

    public record None() {
    }
}
