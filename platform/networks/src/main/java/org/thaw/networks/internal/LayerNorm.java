package org.thaw.networks.internal;

import java.util.List;

/**
 * Layer norm over the last axis (Ba, Kiros and Hinton 2016, eq. 3), as {@code torch.nn.LayerNorm}:
 * x̂ = (x − mean)/√(variance + ε) with the line's own mean and biased variance, y = gain·x̂ + shift.
 */
public record LayerNorm() implements Layer {

    @Override
    public String kind() {
        return "layernorm";
    }

    @Override
    public List<Integer> outputShape(List<Integer> inputShape) {
        return inputShape;
    }

    private static int last(List<Integer> shape) {
        return shape.get(shape.size() - 1);
    }

    @Override
    public List<Need> parameters(List<Integer> inputShape) {
        List<Integer> shape = List.of(last(inputShape));
        return List.of(new Need("gain", shape, Role.GAIN, 1, 1), new Need("shift", shape, Role.SHIFT, 1, 1));
    }

    @Override
    public Operator create(Site site) {
        return new LayerNormOperator(site, last(site.inputShape()));
    }
}
