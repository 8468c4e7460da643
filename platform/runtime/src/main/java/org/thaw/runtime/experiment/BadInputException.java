package org.thaw.runtime.experiment;

/** What a person wrote cannot be carried out. The message says where, what was found, what was expected, and the nearest valid name. */
public final class BadInputException extends RuntimeException {
    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** At a place in a file: {@code split-mnist.json: learners.replay.capacity: …}. */
    public static BadInputException at(String file, String path, String problem) {
        return new BadInputException(file + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
    }
}
