package org.thaw.learners.deep.internal;

import java.util.List;
import org.thaw.networks.NetworkBuilder;

/** Dense layers with ReLUs and an output for each action. */
record PlainHead(List<Integer> hidden, int actions) implements Head {
    @Override
    public void end(NetworkBuilder layers) {
        hidden.forEach(units -> layers.dense(units).relu());
        layers.dense(actions);
    }

    @Override
    public List<String> streams() {
        return List.of();
    }

    @Override
    public float[] values(float[] outputs, int rows) {
        return outputs;
    }

    @Override
    public float[] gradient(float[] valueGradient, int rows) {
        return valueGradient;
    }
}
