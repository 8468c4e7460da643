package org.thaw.shell.internal;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.runtime.run.Laboratory;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;

/** Ends all that is running, for a host that is told to end: each run stops at its next step and leaves its folder readable. */
@Component(service = {Runnable.class, StopRuns.class}, property = "thaw.stop:Boolean=true")
public final class StopRuns implements Runnable {
    /** A run stops at its next step; one whose plugin does not come back from a step is left behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Laboratory laboratory;
    private volatile boolean stopping;

    @Activate
    public StopRuns(@Reference Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** Returns when all have stopped, or when patience is at its end. */
    @Override
    public void run() {
        stopping = true;
        stop(laboratory, PATIENCE);
    }

    /** Whether the host is being ended. */
    public boolean stopping() {
        return stopping;
    }

    /** Tells all runs to stop and waits for that. Returns whether they did. */
    public static boolean stop(Laboratory laboratory, Duration patience) {
        List<RunningExperiment> active = active(laboratory);
        active.forEach(RunningExperiment::stop);
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (RunningExperiment experiment : active) {
                if (!experiment.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Those with runs that are not over. */
    public static List<RunningExperiment> active(Laboratory laboratory) {
        return laboratory.experiments().stream().filter(e -> e.runs().stream().map(RunStatus::state).anyMatch(state -> !state.over())).toList();
    }
}
