package org.thaw.api;

import java.util.Objects;

/**
 * What goes into a learner and what must come out. Over several environments it is their union: the host pads.
 *
 * @param input  inputs of a predictor, observations of an agent
 * @param output targets of a predictor, actions of an agent
 * @param lanes  how many lives an agent leads at once; 1 for predictors
 */
public record Signature(Space input, Space output, int lanes) {
    public Signature {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
        if (lanes < 1) {
            throw new IllegalArgumentException("lanes must be at least 1, not " + lanes);
        }
    }

    /** One lane. */
    public Signature(Space input, Space output) {
        this(input, output, 1);
    }

    /** The same spaces for another number of lanes: the host says how many lives there are, a world describes one. */
    public Signature withLanes(int lanes) {
        return new Signature(input, output, lanes);
    }

    /** How many classes or discrete actions there are. @throws IllegalStateException if the output is not categorical */
    public int choices() {
        if (output instanceof Space.Categorical categorical) {
            return categorical.count();
        }
        throw new IllegalStateException("the output space " + output + " is not categorical");
    }
}
