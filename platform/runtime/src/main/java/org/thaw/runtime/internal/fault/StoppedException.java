package org.thaw.runtime.internal.fault;

/** The run was told to stop. */
public final class StoppedException extends RunException {
    public StoppedException() {
        super("stopped", null, false);
    }
}
