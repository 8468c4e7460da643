package org.thaw.runtime.internal.fault;

import java.io.IOException;
import java.nio.file.Path;

/** The host cannot use a file of a run's folder: nobody's fault but the disk's. */
public final class RunFolderException extends RunException {
    /** It cannot be written. */
    public RunFolderException(Path file, IOException cause) {
        super("cannot write " + file + ": " + Reasons.of(cause), cause, true);
    }

    /** It does not hold what it should. @param problem what is wrong, where, and what would be right */
    public RunFolderException(Path file, String problem) {
        super(file + ": " + problem, null, true);
    }
}
