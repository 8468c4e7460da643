package org.thaw.runtime.run;

import java.nio.file.Path;
import java.util.List;
import org.thaw.runtime.experiment.Experiment;

/** Runs experiments. */
public interface Laboratory {
    /**
     * Starts an experiment: plans its runs, skips those that are already done in the same configuration, goes on with those that were interrupted in
     * the same configuration, and runs the others, so many at once.
     *
     * @throws org.thaw.runtime.experiment.BadInputException if its plan cannot be made or its folder cannot be used
     */
    RunningExperiment start(Experiment experiment, RunSettings settings);

    /**
     * Goes on with all runs of an experiment's folder that are not done, each from its last checkpoint with the exact plugins that it had: those that
     * serve, or that the store still has. The metrics and parameters at its end are those of a run that was never interrupted.
     *
     * @param folder {@code runs/<experiment>}
     * @param with   learners to use in the place of those that a run had, as {@code id@version}: recorded as a swap. For runs whose plugins do not exist
     *               any more
     * @throws org.thaw.runtime.experiment.BadInputException if the folder holds no experiment, another process runs it, or a plugin is there no longer; the
     *                                                        message says which
     */
    RunningExperiment resume(Path folder, RunSettings settings, List<String> with);

    /** Those started since the host came up, the oldest first, finished ones included. */
    List<RunningExperiment> experiments();
}
