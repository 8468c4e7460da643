package org.thaw.runtime.internal.state;

import java.nio.file.Path;
import org.thaw.runtime.internal.fault.RunException;

/**
 * A file of saved state cannot be used: it is cut short, damaged, unreadable or no such file. The message names the file, the place in it,
 * and what was expected there.
 */
public final class TornStateException extends RunException {
    private final Path file;
    private final String place;

    /**
     * @param place   in the file, for people: a tensor, a field of the header, a byte offset
     * @param problem what was expected and what was found
     */
    public TornStateException(Path file, String place, String problem) {
        this(file, place, problem, null);
    }

    public TornStateException(Path file, String place, String problem, Throwable cause) {
        super(file + ": " + place + ": " + problem, cause, true);
        this.file = file;
        this.place = place;
    }

    /** The file that cannot be used. */
    public Path file() {
        return file;
    }

    /** The place in it. */
    public String place() {
        return place;
    }
}
