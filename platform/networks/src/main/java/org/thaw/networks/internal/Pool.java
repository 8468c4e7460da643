package org.thaw.networks.internal;

import java.util.Arrays;
import java.util.List;

/**
 * Pooling over windows of samples [height, width, channels], per channel: the largest value (of equal ones the first in
 * row order takes the gradient) or the mean.
 */
public record Pool(boolean max, int window, int stride) implements Layer {

    public Pool {
        if (window < 1 || stride < 1) {
            throw new IllegalArgumentException("pooling needs a window and a stride of at least 1, not window=" + window
                    + " stride=" + stride);
        }
    }

    @Override
    public String kind() {
        return max ? "maxpool" : "averagepool";
    }

    @Override
    public List<Integer> outputShape(List<Integer> inputShape) {
        Images.check(kind(), inputShape, window, 0);
        return List.of((inputShape.get(0) - window) / stride + 1, (inputShape.get(1) - window) / stride + 1,
                inputShape.get(2));
    }

    @Override
    public List<Need> parameters(List<Integer> inputShape) {
        return List.of();
    }

    @Override
    public Operator create(Site site) {
        return new Working(this, site.inputShape(), outputShape(site.inputShape()));
    }

    private static final class Working implements Operator {

        private final Pool pool;
        private final int width;
        private final int channels;
        private final int inSize;
        private final int high;
        private final int wide;
        private final int outSize;
        private int rows;
        private float[] output = new float[0];
        private float[] inputGradient = new float[0];
        private int[] chosen = new int[0];

        Working(Pool pool, List<Integer> in, List<Integer> out) {
            this.pool = pool;
            width = in.get(1);
            channels = in.get(2);
            inSize = Layer.size(in);
            high = out.get(0);
            wide = out.get(1);
            outSize = Layer.size(out);
        }

        @Override
        public float[] forward(float[] in, int offset, int rows) {
            this.rows = rows;
            output = Buffers.atLeast(output, rows, outSize);
            if (pool.max && chosen.length < rows * outSize) {
                chosen = new int[rows * outSize];
            }
            int o = 0;
            for (int r = 0; r < rows; r++) {
                for (int y = 0; y < high; y++) {
                    for (int x = 0; x < wide; x++, o += channels) {
                        int corner = corner(r, y, x);
                        if (pool.max) {
                            largest(in, offset, corner, o);
                        } else {
                            mean(in, offset + corner, o);
                        }
                    }
                }
            }
            return output;
        }

        /** Index of a window's first value, counted from the first row's. */
        private int corner(int row, int y, int x) {
            return row * inSize + (y * pool.stride * width + x * pool.stride) * channels;
        }

        private void largest(float[] in, int offset, int corner, int o) {
            for (int c = 0; c < channels; c++) {
                int best = corner + c;
                for (int u = 0; u < pool.window; u++) {
                    for (int v = 0; v < pool.window; v++) {
                        int i = corner + (u * width + v) * channels + c;
                        // NaN wins, so that it does not vanish
                        if (!(in[offset + i] <= in[offset + best])) {
                            best = i;
                        }
                    }
                }
                output[o + c] = in[offset + best];
                chosen[o + c] = best;
            }
        }

        private void mean(float[] in, int at, int o) {
            float scale = 1f / (pool.window * pool.window);
            for (int c = 0; c < channels; c++) {
                float sum = 0;
                for (int u = 0; u < pool.window; u++) {
                    for (int v = 0; v < pool.window; v++) {
                        sum += in[at + (u * width + v) * channels + c];
                    }
                }
                output[o + c] = sum * scale;
            }
        }

        @Override
        public float[] output() {
            return output;
        }

        @Override
        public float[] inputGradient(float[] outGradient) {
            inputGradient = Buffers.atLeast(inputGradient, rows, inSize);
            Arrays.fill(inputGradient, 0, rows * inSize, 0f);
            if (pool.max) {
                for (int i = 0; i < rows * outSize; i++) {
                    inputGradient[chosen[i]] += outGradient[i];
                }
            } else {
                share(outGradient);
            }
            return inputGradient;
        }

        private void share(float[] outGradient) {
            float scale = 1f / (pool.window * pool.window);
            int o = 0;
            for (int r = 0; r < rows; r++) {
                for (int y = 0; y < high; y++) {
                    for (int x = 0; x < wide; x++, o += channels) {
                        int corner = corner(r, y, x);
                        for (int u = 0; u < pool.window; u++) {
                            for (int v = 0; v < pool.window; v++) {
                                int i = corner + (u * width + v) * channels;
                                for (int c = 0; c < channels; c++) {
                                    inputGradient[i + c] += outGradient[o + c] * scale;
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
