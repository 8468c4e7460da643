package org.thaw.networks.internal;

import java.util.Arrays;
import org.thaw.networks.Kernels;
import org.thaw.networks.Kernels.Form;

/** The working dense layer. With row gradients δ: ∂W = xᵀ·δ, ∂b = Σ δ, ∂x = δ·Wᵀ. */
final class DenseOperator implements Operator {

    private final Kernels kernels;
    private final float[] parameters;
    private final float[] gradient;
    private final int weight;
    private final int bias;
    private final int inputs;
    private final int outputs;

    private float[] in = new float[0];
    private int inOffset;
    private int rows;
    private float[] output = new float[0];
    private float[] inputGradient = new float[0];
    private float[] ones = new float[0];
    private float[] inputSquares = new float[0];
    private float[] deltaSquares = new float[0];

    DenseOperator(Layer.Site site, int outputs) {
        kernels = site.kernels();
        parameters = site.parameters();
        gradient = site.gradient();
        weight = site.offsets().get(0);
        bias = site.offsets().get(1);
        inputs = Layer.size(site.inputShape());
        this.outputs = outputs;
    }

    @Override
    public float[] forward(float[] in, int offset, int rows) {
        this.in = in;
        this.inOffset = offset;
        this.rows = rows;
        output = Buffers.atLeast(output, rows, outputs);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(parameters, bias, output, r * outputs, outputs);
        }
        kernels.sgemm(Form.NN, rows, outputs, inputs, in, offset, inputs, parameters, weight, outputs, output, 0, outputs,
                true);
        return output;
    }

    @Override
    public float[] output() {
        return output;
    }

    @Override
    public void parameterGradient(float[] outGradient, boolean accumulate) {
        sums(in, inOffset, outGradient, gradient, accumulate);
    }

    @Override
    public float[] inputGradient(float[] outGradient) {
        inputGradient = Buffers.atLeast(inputGradient, rows, inputs);
        kernels.sgemm(Form.NT, rows, inputs, outputs, outGradient, 0, outputs, parameters, weight, outputs,
                inputGradient, 0, inputs, false);
        return inputGradient;
    }

    /** A row's gradient is the outer product of x and δ, so the sum of its squares is one product of squares. */
    @Override
    public void addSquares(float[] outGradient, float[] sums) {
        inputSquares = Buffers.atLeast(inputSquares, rows, inputs);
        deltaSquares = Buffers.atLeast(deltaSquares, rows, outputs);
        square(rows * inputs, in, inOffset, inputSquares);
        square(rows * outputs, outGradient, 0, deltaSquares);
        sums(inputSquares, 0, deltaSquares, sums, true);
    }

    private void sums(float[] x, int xOffset, float[] delta, float[] target, boolean accumulate) {
        kernels.sgemm(Form.TN, inputs, outputs, rows, x, xOffset, inputs, delta, 0, outputs, target, weight, outputs,
                accumulate);
        if (ones.length < rows) {
            ones = new float[rows];
            Arrays.fill(ones, 1f);
        }
        // a column sum is a product with a row of ones
        kernels.sgemm(Form.NN, 1, outputs, rows, ones, 0, rows, delta, 0, outputs, target, bias, outputs, accumulate);
    }

    private static void square(int n, float[] from, int offset, float[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = from[offset + i] * from[offset + i];
        }
    }
}
