package org.thaw.runtime.analysis;

import java.util.List;
import java.util.Map;
import org.thaw.runtime.folder.RunFindings;

/**
 * What an analysis found.
 *
 * @param runs      what metrics found in each run, by the run's name
 * @param summaries what summaries found over the runs that they see; their roles are names of learners, {@code <learner> in <case>} where several cases have that learner
 * @param problems  metrics, summaries and runs that could not be used, a sentence each
 */
public record ExperimentFindings(Map<String, RunFindings> runs, RunFindings summaries, List<String> problems) {
    public ExperimentFindings {
        runs = Map.copyOf(runs);
        problems = List.copyOf(problems);
    }

    /** Nothing was asked. */
    public static ExperimentFindings none() {
        return new ExperimentFindings(Map.of(), RunFindings.empty(), List.of());
    }
}
