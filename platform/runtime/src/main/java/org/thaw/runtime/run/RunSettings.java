package org.thaw.runtime.run;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How to run, as against what to run: none of this changes a result.
 *
 * @param runs        the folder that holds the experiments' folders
 * @param data        the folder that holds data sets
 * @param offline     whether downloads are ruled out
 * @param parallel    how many runs at once
 * @param again       whether to repeat runs that are already done
 * @param launcher    the name of the launcher, {@code in-process} or {@code child}; empty for the host's choice: children where more than one run is planned
 */
public record RunSettings(Path runs, Path data, boolean offline, int parallel, boolean again, String launcher, Limits limits, Checkpoints checkpoints) {
    public RunSettings {
        Objects.requireNonNull(launcher, "launcher");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(checkpoints, "checkpoints");
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be at least 1, not " + parallel);
        }
    }

    /** With the usual limits and checkpoints, and the host's choice of launcher. */
    public RunSettings(Path runs, Path data, boolean offline, int parallel, boolean again) {
        this(runs, data, offline, parallel, again, "", Limits.usual(), Checkpoints.usual());
    }

    /** The same with another launcher. */
    public RunSettings by(String name) {
        return new RunSettings(runs, data, offline, parallel, again, name, limits, checkpoints);
    }

    /** The same with other limits. */
    public RunSettings within(Limits other) {
        return new RunSettings(runs, data, offline, parallel, again, launcher, other, checkpoints);
    }

    /** The same with other times of checkpoints. */
    public RunSettings saving(Checkpoints other) {
        return new RunSettings(runs, data, offline, parallel, again, launcher, limits, other);
    }
}
