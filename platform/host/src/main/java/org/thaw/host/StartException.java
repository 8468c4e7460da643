package org.thaw.host;

/** The host cannot start. The message is for the person at the terminal: what was wrong, where, and what would be right. */
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
