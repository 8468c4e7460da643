package org.thaw.networks.internal;

import java.util.List;

/** Takes a sample as one flat row. Samples are stored as such, so nothing moves. */
public record Flatten() implements Layer {

    @Override
    public String kind() {
        return "flatten";
    }

    @Override
    public List<Integer> outputShape(List<Integer> inputShape) {
        return List.of(Layer.size(inputShape));
    }

    @Override
    public List<Need> parameters(List<Integer> inputShape) {
        return List.of();
    }

    @Override
    public Operator create(Site site) {
        return new Working(Layer.size(site.inputShape()));
    }

    private static final class Working implements Operator {

        private final int width;
        private float[] own = new float[0];
        private float[] output = new float[0];

        Working(int width) {
            this.width = width;
        }

        @Override
        public float[] forward(float[] in, int offset, int rows) {
            output = in;
            if (offset != 0) {
                // only where it comes first and the caller's batch lies inside a larger array
                own = Buffers.atLeast(own, rows, width);
                System.arraycopy(in, offset, own, 0, rows * width);
                output = own;
            }
            return output;
        }

        @Override
        public float[] output() {
            return output;
        }

        @Override
        public float[] inputGradient(float[] outGradient) {
            return outGradient;
        }
    }
}
