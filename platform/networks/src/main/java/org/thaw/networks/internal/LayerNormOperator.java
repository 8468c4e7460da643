package org.thaw.networks.internal;

import java.util.Arrays;
import org.thaw.networks.Kernels;
import org.thaw.networks.Kernels.Form;

/** The working layer norm: with g = δ·gain, ∂x = (g − mean(g) − x̂·mean(g·x̂))/√(variance + ε), line by line. */
final class LayerNormOperator implements Operator {

    private static final double EPSILON = 1e-5;

    private final Kernels kernels;
    private final float[] parameters;
    private final float[] gradient;
    private final int gain;
    private final int shift;
    private final int width;
    private final int lines;
    private final float[] scale;
    private final float[] offset;
    private final float[] sums;

    private int rows;
    private float[] normal = new float[0];
    private float[] inverse = new float[0];
    private float[] output = new float[0];
    private float[] inputGradient = new float[0];
    private float[] ones = new float[0];

    LayerNormOperator(Layer.Site site, int width) {
        kernels = site.kernels();
        parameters = site.parameters();
        gradient = site.gradient();
        gain = site.offsets().get(0);
        shift = site.offsets().get(1);
        this.width = width;
        lines = Layer.size(site.inputShape()) / width;
        scale = new float[width];
        offset = new float[width];
        sums = new float[width];
    }

    @Override
    public float[] forward(float[] in, int inOffset, int rows) {
        this.rows = rows;
        int count = rows * lines;
        output = Buffers.atLeast(output, count, width);
        normal = Buffers.atLeast(normal, count, width);
        inverse = Buffers.atLeast(inverse, count, 1);
        for (int i = 0; i < count; i++) {
            line(in, inOffset + i * width, i);
        }
        System.arraycopy(parameters, gain, scale, 0, width);
        System.arraycopy(parameters, shift, offset, 0, width);
        kernels.affine(count, width, normal, 0, scale, offset, output);
        return output;
    }

    private void line(float[] in, int at, int line) {
        double sum = 0;
        for (int c = 0; c < width; c++) {
            sum += in[at + c];
        }
        double mean = sum / width;
        double squares = 0;
        for (int c = 0; c < width; c++) {
            double d = in[at + c] - mean;
            squares += d * d;
        }
        double scale = 1 / Math.sqrt(squares / width + EPSILON);
        inverse[line] = (float) scale;
        for (int c = 0; c < width; c++) {
            normal[line * width + c] = (float) ((in[at + c] - mean) * scale);
        }
    }

    @Override
    public float[] output() {
        return output;
    }

    @Override
    public void parameterGradient(float[] outGradient, boolean accumulate) {
        int count = rows * lines;
        kernels.columnProducts(count, width, outGradient, normal, sums);
        for (int c = 0; c < width; c++) {
            gradient[gain + c] = accumulate ? gradient[gain + c] + sums[c] : sums[c];
        }
        if (ones.length < count) {
            ones = new float[count];
            Arrays.fill(ones, 1f);
        }
        kernels.sgemm(Form.NN, 1, width, count, ones, 0, count, outGradient, 0, width, gradient, shift, width, accumulate);
    }

    @Override
    public void addSquares(float[] outGradient, float[] squares) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < width; c++) {
                float product = 0;
                float sum = 0;
                for (int i = r * lines * width + c; i < (r + 1) * lines * width; i += width) {
                    product = Math.fma(outGradient[i], normal[i], product);
                    sum += outGradient[i];
                }
                squares[gain + c] = Math.fma(product, product, squares[gain + c]);
                squares[shift + c] = Math.fma(sum, sum, squares[shift + c]);
            }
        }
    }

    @Override
    public float[] inputGradient(float[] outGradient) {
        int count = rows * lines;
        inputGradient = Buffers.atLeast(inputGradient, count, width);
        for (int i = 0, at = 0; i < count; i++, at += width) {
            double sum = 0;
            double product = 0;
            for (int c = 0; c < width; c++) {
                double g = (double) outGradient[at + c] * parameters[gain + c];
                sum += g;
                product += g * normal[at + c];
            }
            for (int c = 0; c < width; c++) {
                double g = (double) outGradient[at + c] * parameters[gain + c];
                inputGradient[at + c] = (float) ((g - sum / width - normal[at + c] * (product / width)) * inverse[i]);
            }
        }
        return inputGradient;
    }
}
