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

    /**
     * The least signature that serves both: for a protocol over several environments. The host pads observations with zeros and rules out actions that
     * the present world does not have.
     *
     * @throws IllegalArgumentException if no space holds both inputs or both outputs
     */
    public Signature union(Signature other) {
        return new Signature(input.union(other.input), output.union(other.output), Math.max(lanes, other.lanes));
    }

    /** How many classes or discrete actions there are. @throws IllegalStateException if the output is not categorical */
    public int choices() {
        if (output instanceof Space.Categorical categorical) {
            return categorical.count();
        }
        throw new IllegalStateException("the output space " + output + " is not categorical");
    }

    /**
     * Checks a batch of labelled examples: types, shapes, class numbers, and as many targets as inputs. Allocates nothing, so that a learner can
     * begin with it at every call.
     *
     * @throws IllegalArgumentException if something does not fit; the message says what was expected
     */
    public void check(Tensor inputs, Tensor targets) {
        input.check(inputs, "inputs");
        output.check(targets, "targets");
        if (inputs.rows() != targets.rows()) {
            throw new IllegalArgumentException(inputs.rows() + " inputs with " + targets.rows() + " targets");
        }
    }
}
