package org.thaw.networks.internal;

import java.util.Arrays;
import java.util.List;
import org.thaw.networks.Kernels;
import org.thaw.networks.Patches;

/**
 * The working convolution. The input gradient is itself a convolution, of the output gradient (spread by the stride and
 * padded to full overlap) with the weights turned round and their channels exchanged.
 */
final class ConvOperator implements Operator {

    /** A product may read so many values after the last patch. */
    private static final int SLACK = 8;

    private final Kernels kernels;
    private final float[] parameters;
    private final float[] gradient;
    private final int weight;
    private final int bias;
    private final Conv2d layer;
    private final int height;
    private final int width;
    private final int channels;
    private final int filters;
    private final int high;
    private final int wide;
    private final Images.Frame padded;
    private final Images.Frame spread;

    private int rows;
    private int room;
    private int backRoom;
    private float[] image = new float[0];
    private float[] output = new float[0];
    private float[] delta = new float[0];
    private float[] inputGradient = new float[0];
    private float[] turned = new float[0];
    private float[] one = new float[0];
    private float[] ones = new float[0];
    private Patches patches = new Patches(new int[0], 0, 0, 0);
    private Patches backPatches = patches;

    ConvOperator(Layer.Site site, Conv2d layer) {
        kernels = site.kernels();
        parameters = site.parameters();
        gradient = site.gradient();
        weight = site.offsets().get(0);
        bias = layer.bias() ? site.offsets().get(1) : -1;
        this.layer = layer;
        height = site.inputShape().get(0);
        width = site.inputShape().get(1);
        channels = site.inputShape().get(2);
        List<Integer> shape = layer.outputShape(site.inputShape());
        high = shape.get(0);
        wide = shape.get(1);
        filters = shape.get(2);
        int margin = layer.padding();
        padded = new Images.Frame(height, width, channels, margin, 1, height + 2 * margin, width + 2 * margin);
        int window = layer.window();
        spread = new Images.Frame(high, wide, filters, window - 1 - margin, layer.stride(), height + window - 1,
                width + window - 1);
    }

    @Override
    public float[] forward(float[] in, int offset, int rows) {
        this.rows = rows;
        if (rows > room) {
            room = rows;
            image = new float[rows * padded.size() + SLACK];
            output = new float[rows * high * wide * filters];
            patches = Patches.ofPictures(padded.size(), high * wide, padded.starts(rows, high, wide, layer.stride()), layer.window(),
                    layer.window() * channels, padded.outerWidth() * channels);
        }
        Images.spread(padded, rows, in, offset, image);
        int positions = rows * high * wide;
        if (bias < 0) {
            Arrays.fill(output, 0, positions * filters, 0f);
        } else {
            System.arraycopy(parameters, bias, output, 0, filters);
            Buffers.repeat(output, filters, positions * filters);
        }
        kernels.addPatchProduct(patches, positions, filters, image, parameters, weight, output);
        return output;
    }

    @Override
    public float[] output() {
        return output;
    }

    @Override
    public void parameterGradient(float[] outGradient, boolean accumulate) {
        int positions = rows * high * wide;
        kernels.patchGradient(patches, 0, positions, filters, image, outGradient, gradient, weight, accumulate);
        if (bias >= 0) {
            sumRows(0, positions, outGradient, gradient, bias, accumulate);
        }
    }

    private void sumRows(int first, int count, float[] delta, float[] target, int at, boolean accumulate) {
        if (ones.length < count) {
            ones = new float[count];
            Arrays.fill(ones, 1f);
        }
        kernels.sgemm(Kernels.Form.NN, 1, filters, count, ones, 0, count, delta, first * filters, filters, target, at,
                filters, accumulate);
    }

    @Override
    public float[] inputGradient(float[] outGradient) {
        int window = layer.window();
        if (rows > backRoom) {
            backRoom = room;
            delta = new float[backRoom * spread.size() + SLACK];
            inputGradient = new float[backRoom * height * width * channels];
            turned = new float[window * window * channels * filters];
            backPatches = new Patches(spread.starts(backRoom, height, width, 1), window, window * filters,
                    spread.outerWidth() * filters);
        }
        Images.spread(spread, rows, outGradient, 0, delta);
        int taps = window * window;
        for (int tap = 0; tap < taps; tap++) {
            turn(weight + (taps - 1 - tap) * channels * filters, tap * channels * filters);
        }
        int positions = rows * height * width;
        Arrays.fill(inputGradient, 0, positions * channels, 0f);
        kernels.addPatchProduct(backPatches, positions, channels, delta, turned, 0, inputGradient);
        return inputGradient;
    }

    /** Transposes one tap's [channels, filters]. */
    private void turn(int from, int to) {
        for (int c = 0; c < channels; c++) {
            for (int f = 0; f < filters; f++) {
                turned[to + f * channels + c] = parameters[from + c * filters + f];
            }
        }
    }

    /** A row's gradient is a sum over positions, so each row's is formed by itself before it is squared. */
    @Override
    public void addSquares(float[] outGradient, float[] sums) {
        int size = layer.window() * layer.window() * channels * filters;
        one = Buffers.atLeast(one, 1, size);
        for (int r = 0; r < rows; r++) {
            int positions = high * wide;
            kernels.patchGradient(patches, r * positions, positions, filters, image, outGradient, one, 0, false);
            addSquares(size, sums, weight);
            if (bias >= 0) {
                sumRows(r * positions, positions, outGradient, one, 0, false);
                addSquares(filters, sums, bias);
            }
        }
    }

    private void addSquares(int n, float[] sums, int at) {
        for (int i = 0; i < n; i++) {
            sums[at + i] = Math.fma(one[i], one[i], sums[at + i]);
        }
    }
}
