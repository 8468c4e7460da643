package org.thaw.runtime.internal.fault;

/** An evaluation is given up, to be done again from its beginning: the run was told to stop or wait. */
public final class SetAsideException extends RunException {
    public SetAsideException() {
        super("set aside", null, false);
    }
}
