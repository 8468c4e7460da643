package org.thaw.runtime.internal.configuration;

import org.thaw.runtime.experiment.BadInputException;

/**
 * Where in an experiment file something stands.
 *
 * @param file for people
 * @param path dotted, {@code learners.replay.capacity}; empty for the whole file
 */
public record Place(String file, String path) {
    /** A field below this place. */
    public Place field(String name) {
        return new Place(file, path.isEmpty() ? name : path + "." + name);
    }

    /** An element of the list at this place. */
    public Place element(int index) {
        return new Place(file, path + "[" + index + "]");
    }

    /** What is wrong here. */
    public BadInputException problem(String sentence) {
        return BadInputException.at(file, path, sentence);
    }
}
