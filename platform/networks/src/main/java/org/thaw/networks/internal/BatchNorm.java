package org.thaw.networks.internal;

import java.util.List;

/**
 * Batch norm per value of the last axis (Ioffe and Szegedy 2015, algorithm 1): x̂ = (x − mean)/√(variance + ε),
 * y = gain·x̂ + shift. Training uses the batch's own mean and (biased) variance; inference uses running ones, which move by 0.1
 * towards the batch's mean and unbiased variance in each training batch, as in PyTorch.
 */
public record BatchNorm() implements Layer {

    @Override
    public String kind() {
        return "batchnorm";
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
    public List<Statistic> statistics(List<Integer> inputShape) {
        List<Integer> shape = List.of(last(inputShape));
        return List.of(new Statistic("mean", shape, 0f), new Statistic("variance", shape, 1f));
    }

    @Override
    public Operator create(Site site) {
        return new BatchNormOperator(site, last(site.inputShape()));
    }
}
