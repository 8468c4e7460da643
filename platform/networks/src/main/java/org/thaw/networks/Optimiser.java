package org.thaw.networks;

import java.util.Map;

/**
 * An update rule for a flat parameter vector. Its whole state is the step count and the named arrays of
 * {@link #slots()}: save these, and write them back to restore.
 */
public interface Optimiser {

    /** The name used in hyperparameters, for example {@code adam}. */
    String name();

    /**
     * Takes one step down the gradient.
     *
     * @param parameters changed in place
     * @param gradient   laid out like the parameters; left unchanged
     * @throws IllegalArgumentException if a length is not the one this optimiser was made for
     */
    void step(float[] parameters, float[] gradient);

    /** The learning rate. */
    double rate();

    /** Changes the learning rate from the next step on. */
    void rate(double rate);

    /** Number of steps taken. */
    long steps();

    /** The live state arrays by name, in a fixed order, each laid out like the parameters; write to them to restore. */
    Map<String, float[]> slots();

    /** Sets the step count, as part of a restore. */
    void steps(long steps);

    /** Forgets all state, as if new. */
    default void reset() {
        slots().values().forEach(slot -> java.util.Arrays.fill(slot, 0f));
        steps(0);
    }
}
