package org.thaw.runtime.internal.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.thaw.api.metric.Event;
import org.thaw.runtime.internal.checkpoint.RunState;

/** The numbers that a learner measures, as means over reporting intervals of so many values. */
final class Measurements {
    private static final int INTERVAL = 50;

    private static final class Mean {
        private double sum;
        private int count;
    }

    private final Map<String, Mean> means = new TreeMap<>();
    private final String role;
    private final Consumer<Event> out;
    private long step;

    Measurements(String role, Consumer<Event> out) {
        this.role = role;
        this.out = out;
    }

    void at(long step) {
        this.step = step;
    }

    void add(String name, double value) {
        Mean mean = means.get(name);
        if (mean == null) {
            mean = new Mean();
            means.put(name, mean);
        }
        mean.sum += value;
        if (++mean.count >= INTERVAL) {
            emit(name, mean);
        }
    }

    /** Reports what has gathered since. */
    void flush() {
        means.forEach((name, mean) -> {
            if (mean.count > 0) {
                emit(name, mean);
            }
        });
    }

    /** What waits to be reported. */
    Map<String, RunState.OfMean> save() {
        Map<String, RunState.OfMean> waiting = new TreeMap<>();
        means.forEach((name, mean) -> waiting.put(name, new RunState.OfMean(mean.sum, mean.count)));
        return waiting;
    }

    void restore(Map<String, RunState.OfMean> waiting) {
        means.clear();
        waiting.forEach((name, saved) -> {
            Mean mean = new Mean();
            mean.sum = saved.sum();
            mean.count = saved.count();
            means.put(name, mean);
        });
    }

    private void emit(String name, Mean mean) {
        out.accept(new Event.Measured(role, step, name, mean.sum / mean.count));
        mean.sum = 0;
        mean.count = 0;
    }
}
