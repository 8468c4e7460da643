package org.thaw.runtime.run;

import java.util.List;
import org.thaw.runtime.experiment.Experiment;

/** Runs experiments. */
public interface Laboratory {
    /**
     * Starts an experiment: plans its runs, skips those that are already done in the same configuration, and runs the others in parallel.
     *
     * @throws org.thaw.runtime.experiment.BadInputException if its plan cannot be made or its folder cannot be used
     */
    RunningExperiment start(Experiment experiment, RunSettings settings);

    /** Those started since the host came up, the oldest first, finished ones included. */
    List<RunningExperiment> experiments();
}
