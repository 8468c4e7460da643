package org.thaw.runtime.internal.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.EventJson;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.fault.RunFolderException;

/** Where a run's events go: to the two files of its folder and to whoever listens. */
final class EventLog implements AutoCloseable {
    /** A file that is written line by line. */
    private static final class Lines implements AutoCloseable {
        private final Path file;
        private final BufferedWriter out;

        Lines(Path file) {
            this.file = file;
            try {
                out = Files.newBufferedWriter(file);
            } catch (IOException e) {
                throw new RunFolderException(file, e);
            }
        }

        void write(Event event) {
            try {
                out.write(EventJson.write(event));
                out.write('\n');
            } catch (IOException e) {
                throw new RunFolderException(file, e);
            }
        }

        void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw new RunFolderException(file, e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new RunFolderException(file, e);
            }
        }
    }

    private final Lines events;
    private final Lines timings;
    private final List<Consumer<Event>> listeners;

    EventLog(Path folder, List<Consumer<Event>> listeners) {
        this.listeners = listeners;
        this.events = new Lines(folder.resolve(RunFolder.EVENTS));
        try {
            this.timings = new Lines(folder.resolve(RunFolder.TIMING));
        } catch (Throwable e) {
            Closing.after(e, events);
            throw e;
        }
    }

    void emit(Event event) {
        (event instanceof Event.Timed ? timings : events).write(event);
        listeners.forEach(listener -> listener.accept(event));
    }

    void flush() {
        events.flush();
        timings.flush();
    }

    @Override
    public void close() {
        Closing.all(List.of(events::close, timings::close));
    }
}
