package org.thaw.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.thaw.runtime.run.RunningExperiment;

/** The other hosts of this user on this machine, and what they run. A service of every host. */
public interface Hosts {
    /**
     * The experiment that another host runs in this folder, to be watched and told what to do as if it ran here.
     *
     * @param folder {@code runs/<experiment>}
     * @return empty if no host that is alive and answers runs it
     */
    Optional<RunningExperiment> running(Path folder);

    /** All experiments that other hosts have under way. */
    List<RunningExperiment> running();
}
