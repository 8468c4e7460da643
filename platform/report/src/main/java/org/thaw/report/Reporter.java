package org.thaw.report;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import org.thaw.runtime.analysis.ExperimentFindings;

/**
 * Makes the report of an experiment. Only what lies in the folder counts, so a report can be made again at any time, while runs are still
 * going on or years later; an older report is overwritten.
 */
@ProviderType
public interface Reporter {
    /**
     * Writes {@code results.csv}, {@code results.json}, {@code report.html} and {@code tensorboard/} into the folder, and {@code summaries.csv} if
     * summaries found something, {@code swaps.csv} if learners were swapped.
     *
     * @param experimentFolder {@code runs/<experiment>}
     * @param more             what was computed besides what the runs found themselves; a number found again takes the place of the old one
     * @throws IllegalArgumentException if the folder holds no runs
     */
    Report report(Path experimentFolder, ExperimentFindings more);

    /** The same with what the runs found themselves. */
    default Report report(Path experimentFolder) {
        return report(experimentFolder, ExperimentFindings.none());
    }
}
