package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.EventJson;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.checkpoint.RunState;

/** Where a run's events go: to the two files of its folder and to whoever listens. */
final class EventLog implements AutoCloseable {
    private final LineFile events;
    private final LineFile timings;
    private final List<Consumer<Event>> listeners;
    private long count;

    /**
     * A new log, or one that goes on after so many events and bytes; what the files hold beyond is cut off.
     *
     * @param mayWrite throws if nothing may be written any more
     */
    EventLog(Path folder, long count, long eventBytes, long timingBytes, List<Consumer<Event>> listeners, Runnable mayWrite) {
        this.listeners = listeners;
        this.count = count;
        this.events = new LineFile(folder.resolve(RunFolder.EVENTS), eventBytes, mayWrite);
        try {
            this.timings = new LineFile(folder.resolve(RunFolder.TIMING), timingBytes, mayWrite);
        } catch (Throwable e) {
            Closing.after(e, events);
            throw e;
        }
    }

    /** Returns the event as it is written. */
    Event emit(Event event) {
        Event written = asWritten(event);
        if (event instanceof Event.Timed) {
            timings.write(EventJson.write(written));
        } else {
            events.write(EventJson.write(written));
            count++;
        }
        listeners.forEach(listener -> listener.accept(written));
        return written;
    }

    /** The files hold no infinities; whoever listens hears what a resumed run will read. */
    private static Event asWritten(Event event) {
        if (event instanceof Event.Measured m && Double.isInfinite(m.value())) {
            return new Event.Measured(m.role(), m.step(), m.name(), Double.NaN);
        }
        if (event instanceof Event.Evaluated e && infinite(e.scores())) {
            return new Event.Evaluated(e.role(), e.step(), e.phase(), e.after(), e.during(), e.on(), e.size(), finite(e.scores()));
        }
        if (event instanceof Event.Predicted p && infinite(p.scores())) {
            return new Event.Predicted(p.role(), p.step(), p.task(), p.size(), finite(p.scores()), p.targets(), p.predictions());
        }
        if (event instanceof Event.Earned e && Double.isInfinite(e.total())) {
            return new Event.Earned(e.role(), e.step(), e.task(), e.steps(), Double.NaN);
        }
        if (event instanceof Event.EpisodeEnded e && Double.isInfinite(e.total())) {
            return new Event.EpisodeEnded(e.role(), e.step(), e.task(), Double.NaN, e.length());
        }
        return event;
    }

    private static boolean infinite(Map<String, Double> scores) {
        return scores.values().stream().anyMatch(value -> Double.isInfinite(value));
    }

    private static Map<String, Double> finite(Map<String, Double> scores) {
        Map<String, Double> finite = new TreeMap<>(scores);
        finite.replaceAll((name, value) -> Double.isInfinite(value) ? Double.NaN : value);
        return finite;
    }

    void flush() {
        events.flush();
        timings.flush();
    }

    /** Down to the disk, so that a checkpoint may count on it. */
    void force() {
        events.force();
        timings.force();
    }

    /** How many events there are, timings apart. */
    long count() {
        return count;
    }

    RunState.Extent eventFile() {
        return events.extent();
    }

    RunState.Extent timingFile() {
        return timings.extent();
    }

    @Override
    public void close() {
        Closing.all(List.of(events::close, timings::close));
    }
}
