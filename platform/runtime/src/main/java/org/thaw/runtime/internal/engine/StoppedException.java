package org.thaw.runtime.internal.engine;

/** The run was told to stop. */
final class StoppedException extends RuntimeException {
    StoppedException() {
        super("stopped", null, false, false);
    }
}
