package org.thaw.control.internal.wire;

/** A line that is no message. */
public final class WireException extends Exception {
    public WireException(String message) {
        super(message);
    }
}
