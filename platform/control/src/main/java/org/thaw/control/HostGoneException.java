package org.thaw.control;

/** Another host did not answer: it has ended, or it hangs. The message says which process it is. */
public final class HostGoneException extends RuntimeException {
    public HostGoneException(String message) {
        super(message);
    }
}
