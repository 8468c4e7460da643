package org.thaw.control.internal.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.thaw.runtime.folder.RunFolder;

/** The log of a run, written to from outside of it. */
public final class RunLog {
    private RunLog() {
    }

    /** Adds to it. A log that cannot be written must not end what is logged. @param folder the run's */
    public static void append(Path folder, String text) {
        try {
            Files.writeString(folder.resolve(RunFolder.LOG), text + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.getLogger(RunLog.class.getName()).log(System.Logger.Level.DEBUG, "no log in " + folder, e);
        }
    }
}
