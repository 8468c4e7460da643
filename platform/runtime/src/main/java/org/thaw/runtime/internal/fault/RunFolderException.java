package org.thaw.runtime.internal.fault;

import java.io.IOException;
import java.nio.file.Path;

/** The host cannot write to a run's folder: nobody's fault but the disk's. */
public final class RunFolderException extends RunException {
    public RunFolderException(Path file, IOException cause) {
        super("cannot write " + file + ": " + Reasons.of(cause), cause, true);
    }
}
