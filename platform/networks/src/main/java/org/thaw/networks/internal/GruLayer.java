package org.thaw.networks.internal;

import java.util.Arrays;
import org.thaw.networks.Initialiser.Filling;
import org.thaw.networks.Kernels;
import org.thaw.networks.SequenceKernels;

/**
 * One layer of gated recurrent units. All rows lie by time: first those of all sequences at the first position, then at the second. So the inputs of all
 * positions are one product, and so are the gradients.
 */
public final class GruLayer {

    private final SequenceKernels loops;
    private final int inputs;
    private final int width;
    private final Linear input;
    private final Linear state;
    private float[] in = new float[0];
    private float[] x = new float[0];
    private float[] s = new float[0];
    /** Rows of zeros for the state before the first position, then the states. */
    private float[] states = new float[0];
    private float[] dx = new float[0];
    private float[] ds = new float[0];
    private float[] delta = new float[0];
    private float[] inputGradient = new float[0];

    public GruLayer(Flat flat, Kernels kernels, String name, int inputs, int width, Filling filling) {
        loops = kernels.sequences();
        this.inputs = inputs;
        this.width = width;
        input = new Linear(flat, kernels, name + ".input", inputs, 3 * width, filling, filling);
        state = new Linear(flat, kernels, name + ".state", width, 3 * width, filling, filling);
    }

    /** Floating-point operations of the products for one row. */
    public long flops() {
        return input.flops() + state.flops();
    }

    /** Takes rows by time; returns the states with one row of zeros for each sequence before them. */
    public float[] forward(float[] in, int at, int sequences, int length) {
        int count = Math.multiplyExact(sequences, length);
        this.in = in;
        x = Buffers.atLeast(x, count, 3 * width);
        s = Buffers.atLeast(s, count, 3 * width);
        states = Buffers.atLeast(states, count + sequences, width);
        Arrays.fill(states, 0, sequences * width, 0f);
        input.forward(count, in, at, inputs, x, 0);
        for (int t = 0; t < length; t++) {
            int row = t * sequences;
            state.forward(sequences, states, row * width, width, s, row * 3 * width);
            loops.gates(sequences, width, x, row * 3 * width, s, row * 3 * width, states, row * width, states, (row + sequences) * width);
        }
        return states;
    }

    /**
     * Adds the gradients, from the derivatives by the states, which lie as the states without their zeros.
     *
     * @param at   where {@link #forward} found its rows
     * @param last whether nothing asks for the derivatives by the inputs
     * @return derivatives by the inputs, by time
     */
    public float[] backward(float[] outGradient, int at, int sequences, int length, boolean last) {
        int count = sequences * length;
        int size = sequences * width;
        delta = Buffers.atLeast(delta, sequences, width);
        dx = Buffers.atLeast(dx, count, 3 * width);
        ds = Buffers.atLeast(ds, count, 3 * width);
        state.turn();
        Arrays.fill(delta, 0, size, 0f);
        for (int t = length - 1; t >= 0; t--) {
            int row = t * sequences;
            for (int i = 0; i < size; i++) {
                delta[i] += outGradient[t * size + i];
            }
            Gates.back(sequences, width, x, s, row * 3 * width, states, row * width, dx, ds, delta);
            if (t > 0) {
                state.back(sequences, ds, row * 3 * width, delta, 0, true);
            }
        }
        state.gradient(count, states, 0, width, ds, 0);
        input.gradient(count, in, at, inputs, dx, 0);
        if (last) {
            return delta;
        }
        inputGradient = Buffers.atLeast(inputGradient, count, inputs);
        input.turn();
        input.back(count, dx, 0, inputGradient, 0, false);
        return inputGradient;
    }

    /** Takes the states in {@code h} one position further, by inputs in rows. */
    public void advance(int count, float[] in, int from, float[] x, float[] s, float[] h) {
        input.forward(count, in, from, inputs, x, 0);
        state.forward(count, h, 0, width, s, 0);
        loops.gates(count, width, x, 0, s, 0, h, 0, h, 0);
    }
}
