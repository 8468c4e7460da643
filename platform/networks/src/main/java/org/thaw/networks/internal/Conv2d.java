package org.thaw.networks.internal;

import java.util.List;

/**
 * A two-dimensional convolution (as elsewhere in the field: a cross-correlation) of samples [height, width, channels]:
 * y[i, j, o] = b[o] + Σ x[i·stride + u − padding, j·stride + v − padding, c]·W[u, v, c, o], with zeros outside the image.
 * Channels come last, W is [window, window, input channels, filters]: sums then run along stored values.
 */
public record Conv2d(int filters, int window, int stride, int padding, boolean bias) implements Layer {

    public Conv2d {
        if (filters < 1 || window < 1 || stride < 1 || padding < 0 || padding >= window) {
            throw new IllegalArgumentException("a convolution needs filters, window and stride of at least 1 and a padding from 0 to"
                    + " window - 1, not filters=" + filters + " window=" + window + " stride=" + stride + " padding=" + padding);
        }
    }

    @Override
    public String kind() {
        return "conv";
    }

    @Override
    public List<Integer> outputShape(List<Integer> inputShape) {
        Images.check(kind(), inputShape, window, padding);
        return List.of(extent(inputShape.get(0)), extent(inputShape.get(1)), filters);
    }

    private int extent(int input) {
        return (input + 2 * padding - window) / stride + 1;
    }

    @Override
    public List<Need> parameters(List<Integer> inputShape) {
        Images.check(kind(), inputShape, window, padding);
        int channels = inputShape.get(2);
        int fanIn = window * window * channels;
        int fanOut = window * window * filters;
        Need weight = new Need("weight", List.of(window, window, channels, filters), Role.WEIGHT, fanIn, fanOut);
        return bias ? List.of(weight, new Need("bias", List.of(filters), Role.BIAS, fanIn, fanOut)) : List.of(weight);
    }

    /** A multiplication and an addition for each weight at each position of the output; windows that reach beyond the image count in full. */
    @Override
    public long flops(List<Integer> inputShape) {
        return 2L * Layer.size(outputShape(inputShape)) * window * window * inputShape.get(2);
    }

    @Override
    public Operator create(Site site) {
        return new ConvOperator(site, this);
    }
}
