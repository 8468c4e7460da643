package org.thaw.runtime.analysis;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Computes metrics and summaries from what runs have left behind: the events that they logged. */
@ProviderType
public interface Analysis {
    /**
     * Asks metrics about each run that is done, and summaries about all of them together. Nothing in the folders changes. Summaries that the experiment's
     * file names are computed unasked; those of a case see its runs alone. What one plugin or one folder spoils is told among the problems and costs the others nothing.
     *
     * @param experiment {@code runs/<experiment>}
     * @param asked      metrics and summaries, as {@code id}, {@code id@version} or {@code {"plugin": "id", hyperparameters …}}
     * @throws org.thaw.runtime.experiment.BadInputException if there is no metric or summary that was asked for; the message names the nearest
     */
    ExperimentFindings analyse(Path experiment, List<String> asked);
}
