package org.thaw.runtime.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.thaw.runtime.folder.Film;

/** An experiment under way or finished in this host. All methods may be called from any thread. */
public interface RunningExperiment {
    /** The experiment's name. */
    String name();

    /** Where the results are: {@code runs/<experiment>}. */
    Path folder();

    /** Its runs, in the order in which they start. */
    List<RunStatus> runs();

    /** The name of the launcher that carries its runs out, {@code in-process} or {@code child}; empty if it is not known here. */
    default String launcher() {
        return "";
    }

    /** Tells all runs to write a checkpoint and stop; returns at once. */
    void stop();

    /** Tells one run to write a checkpoint and stop; returns whether there is one of that name. */
    boolean stop(String run);

    /** Tells all runs to write a checkpoint and wait; returns at once. Runs that have not begun do not begin. */
    void pause();

    /** Tells one run to write a checkpoint and wait; returns whether there is one of that name. */
    boolean pause(String run);

    /** Lets all paused runs go on. */
    void resume();

    /** Lets one paused run go on; returns whether there is one of that name. */
    boolean resume(String run);

    /**
     * Puts another learner in the place of a running one, at a step boundary. The run's environment, position, metrics and random streams do not notice.
     *
     * @return when it is done what was done; or a {@link SwapRefusedException} that says why the old learner goes on
     */
    CompletableFuture<SwapResult> swap(String run, SwapRequest request);

    /**
     * Films the next episode that the learner of a run lives through in its first lane while it learns, or a stretch of a life that has no episodes; what is
     * very long is cut. Nothing in the run changes by it.
     *
     * @return once it is over what happened; or a {@link WatchRefusedException} that says why there is nothing to watch
     */
    CompletableFuture<Film> watch(String run);

    /** Waits until no run is pending, running or paused. Returns whether that is so. */
    boolean await(Duration atMost) throws InterruptedException;
}
