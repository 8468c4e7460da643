package org.thaw.runtime.internal.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.EventJson;
import org.thaw.runtime.folder.RunFolder;

/** Where a run's events go: to the two files of its folder and to whoever listens. */
final class EventLog implements AutoCloseable {
    private final BufferedWriter events;
    private final BufferedWriter timings;
    private final Path folder;
    private final List<Consumer<Event>> listeners;

    EventLog(Path folder, List<Consumer<Event>> listeners) throws IOException {
        this.folder = folder;
        this.listeners = listeners;
        this.events = Files.newBufferedWriter(folder.resolve(RunFolder.EVENTS));
        this.timings = Files.newBufferedWriter(folder.resolve(RunFolder.TIMING));
    }

    void emit(Event event) {
        BufferedWriter file = event instanceof Event.Timed ? timings : events;
        try {
            file.write(EventJson.write(event));
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the events of " + folder, e);
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    void flush() {
        try {
            events.flush();
            timings.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the events of " + folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        try (timings) {
            events.close();
        }
    }
}
