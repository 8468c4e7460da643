package org.thaw.runtime.run;

/** There is nothing to watch. The message says why. */
public final class WatchRefusedException extends RuntimeException {
    public WatchRefusedException(String message) {
        super(message);
    }
}
