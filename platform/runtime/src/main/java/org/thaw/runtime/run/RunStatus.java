package org.thaw.runtime.run;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * Where one run stands.
 *
 * @param run      its name, {@code ewc-mnist-10k-3}
 * @param learner  the learner's name in the experiment
 * @param fraction of its work that is done, in [0, 1]; negative where the plan's length depends on outcomes
 * @param phase    what it is doing, for people
 * @param score    the mean of the latest accuracies on the tasks met so far, or the latest return; empty before there is one
 * @param message  for a failed run what went wrong, with plugin, version and phase; else empty
 */
public record RunStatus(String run, String learner, String environment, long seed, State state, double fraction, String phase, OptionalDouble score,
                        String message, Path folder) {
    /** The states of a run. */
    public enum State {
        /** Not started. */ PENDING,
        /** Under way. */ RUNNING,
        /** Told to wait; a checkpoint is written. */ PAUSED,
        /** Finished; its end marker is written. */ DONE,
        /** Was done before in the same configuration, and not repeated. */ REUSED,
        /** A plugin or the machine failed; the end marker says so, where it could be written. */ FAILED,
        /** Told to stop; no end marker: it can be resumed. */ STOPPED;

        /** Whether nothing more will happen. */
        public boolean over() {
            return this != PENDING && this != RUNNING && this != PAUSED;
        }
    }
}
