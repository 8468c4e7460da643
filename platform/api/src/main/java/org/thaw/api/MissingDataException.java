package org.thaw.api;

/** A data file is not on this machine and cannot be fetched. The message says which file to put where. */
public class MissingDataException extends RuntimeException {
    public MissingDataException(String message) {
        super(message);
    }

    public MissingDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
