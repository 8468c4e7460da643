package org.thaw.runtime.experiment;

import java.nio.file.Path;
import java.util.List;

/** Reads experiment files. */
public interface ExperimentReader {
    /**
     * Reads, overrides and validates.
     *
     * @param overrides {@code path=value}, as {@code learners.replay.capacity=500} or {@code seeds=3}
     * @throws BadInputException if anything is wrong
     */
    Experiment read(Path file, List<String> overrides);
}
