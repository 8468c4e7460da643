package org.thaw.runtime.launch;

/**
 * How a run ended.
 *
 * @param how     done, failed or stopped
 * @param message for a failed run what went wrong, with plugin, version and phase; else empty
 */
public record RunOver(How how, String message) {
    /** The ways to end. */
    public enum How {
        /** The end marker is written, and says so. */ DONE,
        /** The end marker says what went wrong, where it could be written. */ FAILED,
        /** Told to stop; a checkpoint is written, no end marker. */ STOPPED
    }
}
