package org.thaw.learners.deep.internal;

import java.util.List;
import org.thaw.networks.NetworkBuilder;

/**
 * Dueling streams (Wang et al. 2016, eq. 9): {@code Q(s, a) = V(s) + A(s, a) − 1/|A| Σ_a' A(s, a')}. The last hidden layer is there twice, one for each
 * stream. Gradients are not rescaled where the streams meet.
 */
final class DuelingHead implements Head {
    private final List<Integer> hidden;
    private final int actions;
    private float[] values = {};
    private float[] gradient = {};

    DuelingHead(List<Integer> hidden, int actions) {
        this.hidden = hidden;
        this.actions = actions;
    }

    @Override
    public void end(NetworkBuilder layers) {
        int last = Math.max(0, hidden.size() - 1);
        hidden.subList(0, last).forEach(units -> layers.dense(units).relu());
        List<Integer> own = hidden.subList(last, hidden.size());
        layers.branches(value -> stream(value, own, 1), advantage -> stream(advantage, own, actions));
    }

    private static void stream(NetworkBuilder layers, List<Integer> own, int outputs) {
        own.forEach(units -> layers.dense(units).relu());
        layers.dense(outputs);
    }

    @Override
    public List<String> streams() {
        return List.of("branches1.branch1.relu1", "branches1.branch2.relu1");
    }

    @Override
    public float[] values(float[] outputs, int rows) {
        values = values.length < rows * actions ? new float[rows * actions] : values;
        for (int row = 0; row < rows; row++) {
            int from = row * (actions + 1);
            float mean = mean(outputs, from + 1);
            for (int a = 0; a < actions; a++) {
                values[row * actions + a] = outputs[from] + (outputs[from + 1 + a] - mean);
            }
        }
        return values;
    }

    @Override
    public float[] gradient(float[] valueGradient, int rows) {
        gradient = gradient.length < rows * (actions + 1) ? new float[rows * (actions + 1)] : gradient;
        for (int row = 0; row < rows; row++) {
            int to = row * (actions + 1);
            float mean = mean(valueGradient, row * actions);
            gradient[to] = mean * actions;
            for (int a = 0; a < actions; a++) {
                gradient[to + 1 + a] = valueGradient[row * actions + a] - mean;
            }
        }
        return gradient;
    }

    private float mean(float[] from, int at) {
        float sum = 0;
        for (int a = 0; a < actions; a++) {
            sum += from[at + a];
        }
        return sum / actions;
    }
}
