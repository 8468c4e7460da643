package org.thaw.runtime.run;

import java.nio.file.Path;

/**
 * How to run, as against what to run: none of this changes a result.
 *
 * @param runs     the folder that holds the experiments' folders
 * @param data     the folder that holds data sets
 * @param offline  whether downloads are ruled out
 * @param parallel how many runs at once
 * @param again    whether to repeat runs that are already done
 */
public record RunSettings(Path runs, Path data, boolean offline, int parallel, boolean again) {
    public RunSettings {
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be at least 1, not " + parallel);
        }
    }
}
