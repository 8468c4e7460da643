package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;

/** The events of one role, told in the order in which the protocols of lifetimes make them. */
final class Tale {
    private final String role;
    private final List<Event> events = new ArrayList<>();
    private long step;
    private int ended;
    private int during = -1;

    Tale(String role) {
        this.role = role;
    }

    Tale begin(int task) {
        events.add(new Event.TaskBegan(role, step, task));
        during = task;
        return this;
    }

    Tale end() {
        events.add(new Event.TaskEnded(role, step, during));
        during = -1;
        ended++;
        return this;
    }

    /** Lives on and ends an episode. */
    Tale episode(double total) {
        step += 10;
        events.add(new Event.EpisodeEnded(role, step, during, total, 10));
        return this;
    }

    /** Goes on for some steps. */
    Tale live(long steps) {
        step += steps;
        return this;
    }

    /** Evaluates the tasks, from number 0. */
    Tale test(double... returns) {
        for (int task = 0; task < returns.length; task++) {
            test(task, 1, returns[task]);
        }
        return this;
    }

    Tale test(int task, long episodes, double mean) {
        events.add(new Event.Evaluated(role, step, "evaluate", ended, during, task, episodes, Map.of("return", mean)));
        return this;
    }

    List<Event> events() {
        return List.copyOf(events);
    }
}
