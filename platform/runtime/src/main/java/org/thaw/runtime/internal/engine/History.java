package org.thaw.runtime.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFolder;

/** What a run that is taken up again has behind it: its events in the order in which they were told, each timing after the costs that it belongs to. */
final class History {
    private final List<Event> events;
    private final Deque<Event> timings;
    private int told;

    private History(List<Event> events, Deque<Event> timings) {
        this.events = events;
        this.timings = timings;
    }

    /** Nothing. */
    static History none() {
        return new History(List.of(), new ArrayDeque<>());
    }

    /** What the folder's files hold, cut to the checkpoint. */
    static History of(RunFolder folder) {
        return new History(new ArrayList<>(folder.events()), new ArrayDeque<>(folder.timings()));
    }

    /** Tells all events up to this number of them, timings apart, that were not told yet. */
    void tell(long until, Consumer<Event> to) {
        for (; told < until; told++) {
            Event event = events.get(told);
            to.accept(event);
            if (event instanceof Event.Spent && !timings.isEmpty() && timings.peek().role().equals(event.role()) && timings.peek().step() == event.step()) {
                to.accept(timings.poll());
            }
        }
    }
}
