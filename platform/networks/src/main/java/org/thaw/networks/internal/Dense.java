package org.thaw.networks.internal;

import java.util.List;

/**
 * A fully connected layer y = x·W + b. W is stored [inputs, outputs], so that both passes sum along k in stored order
 * and vectorise across outputs.
 */
public record Dense(int outputs) implements Layer {

    public Dense {
        if (outputs < 1) {
            throw new IllegalArgumentException("a dense layer needs at least one output, not " + outputs);
        }
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public List<Integer> outputShape(List<Integer> inputShape) {
        return List.of(outputs);
    }

    @Override
    public List<Need> parameters(List<Integer> inputShape) {
        int inputs = Layer.size(inputShape);
        return List.of(new Need("weight", List.of(inputs, outputs), Role.WEIGHT, inputs, outputs),
                new Need("bias", List.of(outputs), Role.BIAS, inputs, outputs));
    }

    /** A multiplication and an addition for each weight. */
    @Override
    public long flops(List<Integer> inputShape) {
        return 2L * Layer.size(inputShape) * outputs;
    }

    @Override
    public Operator create(Site site) {
        return new DenseOperator(site, outputs);
    }
}
