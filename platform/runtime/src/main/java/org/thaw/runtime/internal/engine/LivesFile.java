package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import org.thaw.api.Signature;
import org.thaw.runtime.internal.checkpoint.RunState.Extent;
import org.thaw.runtime.internal.recording.Recorder;
import org.thaw.runtime.internal.recording.Recording;

/** A file of recorded lives: open only while it is written or read, and taken up again where it was left. */
final class LivesFile implements AutoCloseable {
    private final Path file;
    private final Runnable mayWrite;
    private Extent extent;
    private Recorder recorder;
    private Recording reading;

    /**
     * A file that begins, or that holds so much.
     *
     * @param mayWrite throws if nothing may be written any more
     */
    LivesFile(Path file, Extent extent, Runnable mayWrite) {
        this.file = file;
        this.mayWrite = mayWrite;
        this.extent = extent;
    }

    Path path() {
        return file;
    }

    /** To go on with. */
    Recorder recorder(Signature signature) {
        if (recorder == null) {
            close();
            recorder = new Recorder(file, signature.withLanes(1), mayWrite);
        }
        return recorder;
    }

    /** What it holds now; valid until this is closed, or written to for the first time. */
    Recording view() {
        if (recorder != null) {
            return recorder.view();
        }
        if (reading == null) {
            reading = Recording.open(file);
        }
        return reading;
    }

    boolean isOpen() {
        return recorder != null || reading != null;
    }

    boolean isWritten() {
        return recorder != null;
    }

    /** Down to the disk; returns how much there is of it. */
    Extent flush() {
        if (recorder != null) {
            extent = recorder.flush();
        }
        return extent;
    }

    /** Until it is needed again. */
    @Override
    public void close() {
        Recorder written = recorder;
        Recording read = reading;
        try (written; read) {
            flush();
        } finally {
            recorder = null;
            reading = null;
        }
    }
}
