package org.thaw.networks.internal;

import org.thaw.networks.Initialiser;
import org.thaw.networks.SequenceKernels;

/** Layer norm of rows; what the gradient needs is kept for all rows of a batch. */
public final class Norm {

    private final Flat flat;
    private final SequenceKernels kernels;
    private final int width;
    private final int gain;
    private float[] normal = new float[0];
    private float[] inverse = new float[0];
    private float[] output = new float[0];

    public Norm(Flat flat, SequenceKernels kernels, String name, int width) {
        this.flat = flat;
        this.kernels = kernels;
        this.width = width;
        gain = flat.claim(name + ".gain", Initialiser.ONES, 1, 1, width);
        flat.claim(name + ".shift", Initialiser.ZEROS, 1, 1, width);
    }

    /** Makes room for so many rows. */
    public void reserve(int rows) {
        normal = Buffers.atLeast(normal, rows, width);
        inverse = Buffers.atLeast(inverse, rows, 1);
        output = Buffers.atLeast(output, rows, width);
    }

    /** Writes the norms of {@code x}'s rows to rows {@code first} and following of {@link #output}. */
    public void forward(int rows, float[] x, int first) {
        kernels.normalise(rows, width, x, flat.parameters(), gain, normal, inverse, output, first);
    }

    /** Writes the norms of {@code x}'s rows to {@code out}, and keeps nothing. */
    public void apply(int rows, float[] x, float[] normal, float[] inverse, float[] out) {
        kernels.normalise(rows, width, x, flat.parameters(), gain, normal, inverse, out, 0);
    }

    public float[] output() {
        return output;
    }

    /** Adds the gradients of gain and shift, and the derivative by x to {@code into}. */
    public void backward(int rows, float[] delta, int first, float[] into) {
        kernels.normaliseGradient(rows, width, delta, flat.parameters(), flat.gradient(), gain, normal, inverse, first, into);
    }
}
