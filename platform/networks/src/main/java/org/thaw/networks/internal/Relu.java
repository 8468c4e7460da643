package org.thaw.networks.internal;

import java.util.List;
import org.thaw.networks.Kernels;

/** The rectifier y = max(x, 0); its gradient at 0 is 0. */
public record Relu() implements Layer {

    @Override
    public String kind() {
        return "relu";
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
        return new Working(site.kernels(), Layer.size(site.inputShape()));
    }

    private static final class Working implements Operator {

        private final Kernels kernels;
        private final int width;
        private int rows;
        private float[] shifted = new float[0];
        private float[] output = new float[0];
        private float[] inputGradient = new float[0];

        Working(Kernels kernels, int width) {
            this.kernels = kernels;
            this.width = width;
        }

        @Override
        public float[] forward(float[] in, int offset, int rows) {
            this.rows = rows;
            output = Buffers.atLeast(output, rows, width);
            float[] from = in;
            if (offset != 0) {
                // only where a rectifier comes first and the caller's batch lies inside a larger array
                shifted = Buffers.atLeast(shifted, rows, width);
                System.arraycopy(in, offset, shifted, 0, rows * width);
                from = shifted;
            }
            kernels.rectify(rows * width, from, output);
            return output;
        }

        @Override
        public float[] output() {
            return output;
        }

        @Override
        public float[] inputGradient(float[] outGradient) {
            inputGradient = Buffers.atLeast(inputGradient, rows, width);
            kernels.rectifyGradient(rows * width, output, outGradient, inputGradient);
            return inputGradient;
        }
    }
}
