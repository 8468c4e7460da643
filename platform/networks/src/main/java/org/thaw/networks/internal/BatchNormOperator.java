package org.thaw.networks.internal;

import java.util.Arrays;
import org.thaw.networks.Kernels;
import org.thaw.networks.Kernels.Form;

/**
 * The working batch norm over n = rows × positions values per channel. In training, with g = δ·gain:
 * ∂x = (g − Σg/n − x̂·Σ(g·x̂)/n)/√(variance + ε); in inference ∂x = g/√(variance + ε).
 */
final class BatchNormOperator implements Operator {

    private static final float EPSILON = 1e-5f;
    private static final float MOMENTUM = 0.1f;

    private final Kernels kernels;
    private final float[] parameters;
    private final float[] gradient;
    private final float[] statistics;
    private final int gain;
    private final int shift;
    private final int mean;
    private final int variance;
    private final int channels;
    private final int positions;
    private final float[] centre;
    private final float[] scale;
    private final float[] offset;
    private final float[] inverse;
    private final float[] products;
    private final float[] sums;
    private final float[] third;

    private boolean training = true;
    private int rows;
    private int count;
    private float[] in = new float[0];
    private int inOffset;
    private float[] normal = new float[0];
    private float[] output = new float[0];
    private float[] inputGradient = new float[0];
    private float[] ones = new float[0];

    BatchNormOperator(Layer.Site site, int channels) {
        kernels = site.kernels();
        parameters = site.parameters();
        gradient = site.gradient();
        statistics = site.statistics();
        gain = site.offsets().get(0);
        shift = site.offsets().get(1);
        mean = site.places().get(0);
        variance = site.places().get(1);
        this.channels = channels;
        positions = Layer.size(site.inputShape()) / channels;
        centre = new float[channels];
        scale = new float[channels];
        offset = new float[channels];
        inverse = new float[channels];
        products = new float[channels];
        sums = new float[channels];
        third = new float[channels];
    }

    @Override
    public void training(boolean on) {
        training = on;
    }

    @Override
    public float[] forward(float[] in, int inOffset, int rows) {
        this.in = in;
        this.inOffset = inOffset;
        this.rows = rows;
        count = rows * positions;
        output = Buffers.atLeast(output, rows, positions * channels);
        if (training) {
            measure();
        } else {
            System.arraycopy(statistics, mean, centre, 0, channels);
            for (int c = 0; c < channels; c++) {
                inverse[c] = (float) (1 / Math.sqrt(statistics[variance + c] + EPSILON));
            }
        }
        if (training) {
            normalise();
            System.arraycopy(parameters, gain, scale, 0, channels);
            System.arraycopy(parameters, shift, offset, 0, channels);
            kernels.affine(count, channels, normal, 0, scale, offset, output);
        } else {
            for (int c = 0; c < channels; c++) {
                scale[c] = parameters[gain + c] * inverse[c];
                offset[c] = Math.fma(-centre[c], scale[c], parameters[shift + c]);
            }
            kernels.affine(count, channels, in, inOffset, scale, offset, output);
        }
        return output;
    }

    /** The batch's own mean and variance, and one step of the running ones. */
    private void measure() {
        if (count < 2) {
            throw new IllegalArgumentException("batch norm in training needs more than one value per channel");
        }
        sum(in, inOffset, 0, count, centre);
        for (int c = 0; c < channels; c++) {
            centre[c] /= count;
        }
        kernels.columnSquares(count, channels, in, inOffset, centre, sums);
        for (int c = 0; c < channels; c++) {
            inverse[c] = (float) (1 / Math.sqrt(sums[c] / count + EPSILON));
            statistics[mean + c] += MOMENTUM * (centre[c] - statistics[mean + c]);
            statistics[variance + c] += MOMENTUM * (sums[c] / (count - 1) - statistics[variance + c]);
        }
    }

    /** Writes x̂ of the last batch. */
    private void normalise() {
        normal = Buffers.atLeast(normal, rows, positions * channels);
        for (int c = 0; c < channels; c++) {
            offset[c] = -centre[c] * inverse[c];
        }
        kernels.affine(count, channels, in, inOffset, inverse, offset, normal);
    }

    /** Sums of {@code n} lines of channels from line {@code first} on, as a product with a row of ones. */
    private void sum(float[] values, int at, int first, int n, float[] to) {
        if (ones.length < n) {
            ones = new float[n];
            Arrays.fill(ones, 1f);
        }
        kernels.sgemm(Form.NN, 1, channels, n, ones, 0, n, values, at + first * channels, channels, to, 0, channels, false);
    }

    @Override
    public float[] output() {
        return output;
    }

    @Override
    public void parameterGradient(float[] outGradient, boolean accumulate) {
        if (!training) {
            normalise();
        }
        kernels.columnProducts(count, channels, outGradient, normal, products);
        sum(outGradient, 0, 0, count, sums);
        for (int c = 0; c < channels; c++) {
            gradient[gain + c] = accumulate ? gradient[gain + c] + products[c] : products[c];
            gradient[shift + c] = accumulate ? gradient[shift + c] + sums[c] : sums[c];
        }
    }

    /** Only in inference: in training a row's gradient depends on the others. */
    @Override
    public void addSquares(float[] outGradient, float[] squares) {
        if (training) {
            throw new IllegalStateException("with batch norm, gradients of single rows exist in inference mode only:"
                    + " call training(false) first");
        }
        normalise();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < channels; c++) {
                float product = 0;
                float sum = 0;
                for (int i = r * positions * channels + c; i < (r + 1) * positions * channels; i += channels) {
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
        inputGradient = Buffers.atLeast(inputGradient, rows, positions * channels);
        for (int c = 0; c < channels; c++) {
            scale[c] = parameters[gain + c] * inverse[c];
            third[c] = training ? -scale[c] * products[c] / count : 0f;
            offset[c] = training ? -scale[c] * sums[c] / count : 0f;
        }
        if (training) {
            kernels.combine(count, channels, outGradient, scale, normal, third, offset, inputGradient);
        } else {
            kernels.affine(count, channels, outGradient, 0, scale, offset, inputGradient);
        }
        return inputGradient;
    }
}
