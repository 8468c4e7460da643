package org.thaw.shell.internal.progress;

import java.util.List;
import org.thaw.runtime.run.RunStatus;

/** Shows where runs stand, again and again. */
interface View extends AutoCloseable {
    void show(List<RunStatus> runs);

    @Override
    void close();
}
