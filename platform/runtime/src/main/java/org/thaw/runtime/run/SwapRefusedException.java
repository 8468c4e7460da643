package org.thaw.runtime.run;

/** A swap was not made; the old learner goes on. The message says why, and what would be right. */
public final class SwapRefusedException extends RuntimeException {
    public SwapRefusedException(String message) {
        super(message);
    }

    public SwapRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
