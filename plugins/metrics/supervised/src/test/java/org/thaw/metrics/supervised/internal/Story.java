package org.thaw.metrics.supervised.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Metric;
import org.thaw.tck.host.Found;

/** The events of a run with 100 examples in each task. */
final class Story {
    private final List<Event> events = new ArrayList<>();

    /** The run whose first row is b and whose others are R. */
    static Story of(double[][] rows) {
        Story story = new Story();
        for (int after = 0; after < rows.length; after++) {
            story.tested("learner", after, rows[after]);
        }
        return story;
    }

    /** A test on all tasks, between tasks. */
    Story tested(String role, int after, double... accuracies) {
        for (int on = 0; on < accuracies.length; on++) {
            events.add(test(role, 100L * after, after, -1, on, accuracies[on]));
        }
        return this;
    }

    /** A test on the first tasks, within a task. */
    Story testedWithin(String role, int task, long step, double... accuracies) {
        for (int on = 0; on < accuracies.length; on++) {
            events.add(test(role, step, task, task, on, accuracies[on]));
        }
        return this;
    }

    Story forked(String role, long step, String as) {
        events.add(new Event.Forked(role, step, as));
        return this;
    }

    Story add(Event event) {
        events.add(event);
        return this;
    }

    Found toldTo(Metric metric) {
        events.forEach(metric::on);
        return Found.by(metric);
    }

    static Event test(String role, long step, int after, int during, int on, double accuracy) {
        return new Event.Evaluated(role, step, "test", after, during, on, 50, Map.of("accuracy", accuracy, "loss", 9.0));
    }
}
