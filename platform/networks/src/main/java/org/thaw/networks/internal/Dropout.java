package org.thaw.networks.internal;

import java.util.List;
import java.util.Objects;
import org.thaw.networks.Uniform;

/** Dropout: in training each value becomes 0 with probability {@code rate}, else x/(1 − rate); in inference y = x. */
public record Dropout(double rate, Uniform random) implements Layer {

    public Dropout {
        Interval.require("the rate of dropout", rate, 0, Math.nextDown(1.0));
        Objects.requireNonNull(random, "random");
    }

    @Override
    public String kind() {
        return "dropout";
    }

    @Override
    public List<Integer> outputShape(List<Integer> inputShape) {
        return inputShape;
    }

    @Override
    public List<Need> parameters(List<Integer> inputShape) {
        return List.of();
    }

    @Override
    public Operator create(Site site) {
        return new Working(this, Layer.size(site.inputShape()));
    }

    private static final class Working implements Operator {

        private final Dropout layer;
        private final int width;
        private boolean training = true;
        private int rows;
        private float[] factors = new float[0];
        private float[] output = new float[0];
        private float[] inputGradient = new float[0];

        Working(Dropout layer, int width) {
            this.layer = layer;
            this.width = width;
        }

        @Override
        public void training(boolean on) {
            training = on;
        }

        @Override
        public float[] forward(float[] in, int offset, int rows) {
            this.rows = rows;
            int n = rows * width;
            output = Buffers.atLeast(output, rows, width);
            factors = Buffers.atLeast(factors, rows, width);
            float kept = (float) (1 / (1 - layer.rate));
            for (int i = 0; i < n; i++) {
                factors[i] = !training ? 1f : layer.random.next() < layer.rate ? 0f : kept;
            }
            for (int i = 0; i < n; i++) {
                output[i] = in[offset + i] * factors[i];
            }
            return output;
        }

        @Override
        public float[] output() {
            return output;
        }

        @Override
        public float[] inputGradient(float[] outGradient) {
            inputGradient = Buffers.atLeast(inputGradient, rows, width);
            for (int i = 0; i < rows * width; i++) {
                inputGradient[i] = outGradient[i] * factors[i];
            }
            return inputGradient;
        }
    }
}
