package org.thaw.networks.internal;

import java.util.List;

/** A layer that works on each value by itself, without parameters. */
interface Activation extends Layer {

    /** Writes y(x) for {@code n} values. */
    void values(int n, float[] in, int offset, float[] out);

    /** Writes δ·y′(x) for {@code n} values, from x or y, whichever is easier. */
    void slopes(int n, float[] in, int offset, float[] out, float[] outGradient, float[] inGradient);

    @Override
    default List<Integer> outputShape(List<Integer> inputShape) {
        return inputShape;
    }

    @Override
    default List<Need> parameters(List<Integer> inputShape) {
        return List.of();
    }

    @Override
    default Operator create(Site site) {
        return new Working(this, Layer.size(site.inputShape()));
    }

    /** The working layer. */
    final class Working implements Operator {

        private final Activation activation;
        private final int width;
        private float[] in = new float[0];
        private int offset;
        private int rows;
        private float[] output = new float[0];
        private float[] inputGradient = new float[0];

        Working(Activation activation, int width) {
            this.activation = activation;
            this.width = width;
        }

        @Override
        public float[] forward(float[] in, int offset, int rows) {
            this.in = in;
            this.offset = offset;
            this.rows = rows;
            output = Buffers.atLeast(output, rows, width);
            activation.values(rows * width, in, offset, output);
            return output;
        }

        @Override
        public float[] output() {
            return output;
        }

        @Override
        public float[] inputGradient(float[] outGradient) {
            inputGradient = Buffers.atLeast(inputGradient, rows, width);
            activation.slopes(rows * width, in, offset, output, outGradient, inputGradient);
            return inputGradient;
        }
    }
}
