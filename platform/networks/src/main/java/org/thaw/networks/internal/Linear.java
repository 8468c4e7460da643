package org.thaw.networks.internal;

import java.util.Arrays;
import org.thaw.networks.Initialiser.Filling;
import org.thaw.networks.Kernels;
import org.thaw.networks.Kernels.Form;

/** y = x·W + b on rows of larger matrices, with W stored [inputs, outputs]. It keeps no rows of its own. */
public final class Linear {

    private final Flat flat;
    private final Kernels kernels;
    private final int inputs;
    private final int outputs;
    private final int weight;
    private final int bias;
    private final float[] turned;
    private float[] ones = new float[0];

    public Linear(Flat flat, Kernels kernels, String name, int inputs, int outputs, Filling weights, Filling biases) {
        this.flat = flat;
        this.kernels = kernels;
        this.inputs = inputs;
        this.outputs = outputs;
        weight = flat.claim(name + ".weight", weights, inputs, outputs, inputs, outputs);
        bias = flat.claim(name + ".bias", biases, inputs, outputs, outputs);
        turned = new float[inputs * outputs];
    }

    /** Floating-point operations for one row of y: a multiplication and an addition for each weight. */
    public long flops() {
        return 2L * inputs * outputs;
    }

    /** Writes y for rows that lie {@code stride} apart. */
    public void forward(int rows, float[] in, int from, int stride, float[] out, int at) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(flat.parameters(), bias, out, at + r * outputs, outputs);
        }
        product(rows, in, from, stride, out, at);
    }

    /** Adds y. */
    public void add(int rows, float[] in, int from, float[] out, int at) {
        float[] parameters = flat.parameters();
        for (int r = 0; r < rows; r++) {
            for (int c = 0, o = at + r * outputs; c < outputs; c++) {
                out[o + c] += parameters[bias + c];
            }
        }
        product(rows, in, from, inputs, out, at);
    }

    private void product(int rows, float[] in, int from, int stride, float[] out, int at) {
        kernels.sgemm(Form.NN, rows, outputs, inputs, in, from, stride, flat.parameters(), weight, outputs, out, at, outputs, true);
    }

    /** Adds the gradients of W and b for rows of x and of the derivative δ by y. */
    public void gradient(int rows, float[] in, int from, int stride, float[] delta, int at) {
        kernels.sgemm(Form.TN, inputs, outputs, rows, in, from, stride, delta, at, outputs, flat.gradient(), weight, outputs, true);
        if (ones.length < rows) {
            ones = new float[rows];
            Arrays.fill(ones, 1f);
        }
        // a column sum is a product with a row of ones
        kernels.sgemm(Form.NN, 1, outputs, rows, ones, 0, rows, delta, at, outputs, flat.gradient(), bias, outputs, true);
    }

    /** Turns W, once before the calls of {@link #back} that share it: products with it then need no turning of their own. */
    public void turn() {
        float[] parameters = flat.parameters();
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                turned[o * inputs + i] = parameters[weight + i * outputs + o];
            }
        }
    }

    /** Writes (or adds) the derivative by x: δ·Wᵀ. */
    public void back(int rows, float[] delta, int at, float[] into, int to, boolean add) {
        kernels.sgemm(Form.NN, rows, inputs, outputs, delta, at, outputs, turned, 0, inputs, into, to, inputs, add);
    }
}
