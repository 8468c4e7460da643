package org.thaw.runtime.internal.fault;

/** Ends a run and says why. Calls into plugins let it pass, also where a plugin has wrapped it in an exception of its own. */
public abstract class RunException extends RuntimeException {
    protected RunException(String message, Throwable cause, boolean trace) {
        super(message, cause, trace, trace);
    }
}
