package org.thaw.networks.internal;

/**
 * A working layer with buffers of its own, row-major with one row per sample. Buffers grow with the largest batch and
 * then stay. Backward calls refer to the last forward call, whose input must still be unchanged.
 */
public interface Operator {

    /** Computes the output of {@code rows} samples that lie in {@code in} from {@code offset}; returns {@link #output()}. */
    float[] forward(float[] in, int offset, int rows);

    /** The output buffer, from index 0; may be longer than the last batch. */
    float[] output();

    /** Writes (or adds) the gradient of this layer's parameters, summed over rows. */
    default void parameterGradient(float[] outGradient, boolean accumulate) {
    }

    /**
     * Computes the gradient for this layer's input, after {@link #parameterGradient} or {@link #addSquares} with the same
     * output gradient; returns a buffer of this layer.
     */
    float[] inputGradient(float[] outGradient);

    /** Adds to {@code sums}, a vector like the flat gradient, the squares of each row's own parameter gradient. */
    default void addSquares(float[] outGradient, float[] sums) {
    }

    /** Switches between training and inference, where they differ. */
    default void training(boolean on) {
    }
}
