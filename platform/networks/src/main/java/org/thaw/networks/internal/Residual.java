package org.thaw.networks.internal;

import java.util.List;

/** y = x + f(x), where f keeps the shape. */
public record Residual(Sequence inner) implements Layer {

    @Override
    public String kind() {
        return "residual";
    }

    @Override
    public List<Integer> outputShape(List<Integer> inputShape) {
        List<Integer> shape = inner.outputShape(inputShape);
        if (Layer.size(shape) != Layer.size(inputShape)) {
            throw new IllegalArgumentException("the layers of a residual block must keep the shape " + inputShape
                    + ", not turn it to " + shape);
        }
        return inputShape;
    }

    @Override
    public List<Need> parameters(List<Integer> inputShape) {
        return inner.parameters(inputShape);
    }

    @Override
    public List<Statistic> statistics(List<Integer> inputShape) {
        return inner.statistics(inputShape);
    }

    @Override
    public long flops(List<Integer> inputShape) {
        return inner.flops(inputShape);
    }

    @Override
    public Operator create(Site site) {
        outputShape(site.inputShape());
        return new Working(inner.create(site), Layer.size(site.inputShape()));
    }

    private static final class Working implements Operator {

        private final Operator inner;
        private final int width;
        private int rows;
        private float[] output = new float[0];
        private float[] inputGradient = new float[0];

        Working(Operator inner, int width) {
            this.inner = inner;
            this.width = width;
        }

        @Override
        public void training(boolean on) {
            inner.training(on);
        }

        @Override
        public float[] forward(float[] in, int offset, int rows) {
            this.rows = rows;
            output = Buffers.atLeast(output, rows, width);
            float[] values = inner.forward(in, offset, rows);
            if (offset == 0) {
                add(rows * width, in, values, output);
            } else {
                for (int i = 0; i < rows * width; i++) {
                    output[i] = in[offset + i] + values[i];
                }
            }
            return output;
        }

        @Override
        public float[] output() {
            return output;
        }

        @Override
        public void parameterGradient(float[] outGradient, boolean accumulate) {
            inner.parameterGradient(outGradient, accumulate);
        }

        @Override
        public void addSquares(float[] outGradient, float[] sums) {
            inner.addSquares(outGradient, sums);
        }

        @Override
        public float[] inputGradient(float[] outGradient) {
            inputGradient = Buffers.atLeast(inputGradient, rows, width);
            add(rows * width, outGradient, inner.inputGradient(outGradient), inputGradient);
            return inputGradient;
        }

        private static void add(int n, float[] a, float[] b, float[] sum) {
            for (int i = 0; i < n; i++) {
                sum[i] = a[i] + b[i];
            }
        }
    }
}
