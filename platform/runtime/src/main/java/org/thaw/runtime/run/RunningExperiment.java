package org.thaw.runtime.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An experiment under way or finished in this host. */
public interface RunningExperiment {
    /** The experiment's name. */
    String name();

    /** Where the results are: {@code runs/<experiment>}. */
    Path folder();

    /** Its runs, in the order in which they start. */
    List<RunStatus> runs();

    /** Tells all runs to stop at their next step; returns at once. */
    void stop();

    /** Tells one run to stop; returns whether there is one of that name. */
    boolean stop(String run);

    /** Waits until no run is pending or running. Returns whether that is so. */
    boolean await(Duration atMost) throws InterruptedException;
}
