package org.thaw.networks.internal;

import java.util.Arrays;
import org.thaw.networks.SequenceKernels;

/** The inner loops of sequence networks in plain Java: what their law says, in scalars. */
final class PlainSequences implements SequenceKernels {

    private static final double EPSILON = 1e-5;

    private final float[] parts = new float[PARTS];
    private final float[] more = new float[PARTS];

    @Override
    public void gelu(int n, float[] in, int from, float[] out, float[] slopes, int offset) {
        for (int i = 0; i < n; i++) {
            gelu(in[from + i], out, slopes, offset + i);
        }
    }

    /** As {@link Gelu}, with one exponential for Φ and φ: both are e^(−x²/2) but for a factor. */
    static void gelu(float x, float[] out, float[] slopes, int at) {
        float z = Math.abs(x) * Normal.ROOT_HALF;
        float e = Exponential.exp(-(z * z));
        float tail = Normal.tail(z, e);
        float cumulative = x > 0 ? 1f - tail : tail;
        out[at] = x * cumulative;
        slopes[at] = Math.fma(x, Normal.DENSITY * e, cumulative);
    }

    @Override
    public void gather(int rows, int n, float[] from, int at, int stride, float[] to) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, at + r * stride, to, r * n, n);
        }
    }

    @Override
    public void multiply(int n, float[] values, float[] factors, int offset) {
        for (int i = 0; i < n; i++) {
            values[i] *= factors[offset + i];
        }
    }

    @Override
    public void normalise(int rows, int n, float[] in, float[] parameters, int gain, float[] normal, float[] inverse, float[] out,
            int first) {
        for (int r = 0; r < rows; r++) {
            int from = r * n;
            int at = (first + r) * n;
            Arrays.fill(parts, 0f);
            for (int c = 0; c < n; c++) {
                parts[c % PARTS] += in[from + c];
            }
            float mean = total(parts) / n;
            Arrays.fill(parts, 0f);
            for (int c = 0; c < n; c++) {
                float d = in[from + c] - mean;
                parts[c % PARTS] = Math.fma(d, d, parts[c % PARTS]);
            }
            float scale = inverse(total(parts), n);
            inverse[first + r] = scale;
            for (int c = 0; c < n; c++) {
                float x = (in[from + c] - mean) * scale;
                normal[at + c] = x;
                out[at + c] = Math.fma(x, parameters[gain + c], parameters[gain + n + c]);
            }
        }
    }

    /** 1/√(variance + ε) from the sum of squares. */
    static float inverse(float squares, int n) {
        return (float) (1 / Math.sqrt((double) squares / n + EPSILON));
    }

    /** Adds the parts of a line's sum, by halves; they are used up. */
    static float total(float[] parts) {
        for (int half = PARTS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                parts[i] += parts[i + half];
            }
        }
        return parts[0];
    }

    @Override
    public void normaliseGradient(int rows, int n, float[] delta, float[] parameters, float[] gradient, int gain, float[] normal,
            float[] inverse, int first, float[] into) {
        for (int r = 0; r < rows; r++) {
            int from = r * n;
            int at = (first + r) * n;
            Arrays.fill(parts, 0f);
            Arrays.fill(more, 0f);
            for (int c = 0; c < n; c++) {
                float d = delta[from + c];
                float x = normal[at + c];
                float g = d * parameters[gain + c];
                parts[c % PARTS] += g;
                more[c % PARTS] = Math.fma(g, x, more[c % PARTS]);
                gradient[gain + c] = Math.fma(d, x, gradient[gain + c]);
                gradient[gain + n + c] += d;
            }
            float mean = total(parts) / n;
            float product = -(total(more) / n);
            float scale = inverse[first + r];
            for (int c = 0; c < n; c++) {
                float g = delta[from + c] * parameters[gain + c];
                into[from + c] = Math.fma(Math.fma(normal[at + c], product, g - mean), scale, into[from + c]);
            }
        }
    }

    @Override
    public void softmax(int rows, float[] scores, float[] bias, int biasAt, float[] greatest, float[] inverse, int at) {
        for (int c = 0; c < BLOCK; c++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int r = 0; r < rows; r++) {
                float x = scores[r * BLOCK + c] + bias[biasAt + c - r];
                scores[r * BLOCK + c] = x;
                most = x > most ? x : most;
            }
            float sum = 0;
            for (int r = 0; r < rows; r++) {
                float e = Exponential.exp(scores[r * BLOCK + c] - most);
                scores[r * BLOCK + c] = e;
                sum += e;
            }
            greatest[at + c] = most;
            inverse[at + c] = 1f / sum;
        }
    }

    @Override
    public void softmaxGradient(int rows, float[] scores, float[] deltas, float[] bias, int biasAt, float[] biasGradient,
            float[] greatest, float[] inverse, int at, float[] products, int from) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < BLOCK; c++) {
                int i = r * BLOCK + c;
                float p = Exponential.exp(scores[i] + bias[biasAt + c - r] - greatest[at + c]) * inverse[at + c];
                float d = p * (deltas[i] - products[from + c]);
                scores[i] = p;
                deltas[i] = d;
                biasGradient[biasAt + c - r] += d;
            }
        }
    }

    @Override
    public void softmaxLines(int lines, int n, float[] scores, int stride, float[] bias, int biasAt, int biasStride, float[] inverse) {
        for (int line = 0; line < lines; line++) {
            int from = line * stride;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                float x = scores[from + i] + bias[biasAt + line * biasStride + i];
                scores[from + i] = x;
                most = x > most ? x : most;
            }
            for (int i = 0; i < n; i++) {
                scores[from + i] = Exponential.exp(scores[from + i] - most);
            }
        }
        inverses(lines, n, scores, stride, inverse);
    }

    /** 1/sum of each line, four lines at once to hide the latency of an addition. */
    static void inverses(int lines, int n, float[] scores, int stride, float[] inverse) {
        int line = 0;
        for (; line + 3 < lines; line += 4) {
            int from = line * stride;
            float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            for (int i = 0; i < n; i++) {
                s0 += scores[from + i];
                s1 += scores[from + stride + i];
                s2 += scores[from + 2 * stride + i];
                s3 += scores[from + 3 * stride + i];
            }
            inverse[line] = 1f / s0;
            inverse[line + 1] = 1f / s1;
            inverse[line + 2] = 1f / s2;
            inverse[line + 3] = 1f / s3;
        }
        for (; line < lines; line++) {
            float sum = 0;
            for (int i = 0; i < n; i++) {
                sum += scores[line * stride + i];
            }
            inverse[line] = 1f / sum;
        }
    }

    @Override
    public void mix(int parts, int size, int count, float[] weights, int at, int stride, float[] rows, int from, float[] out, int to,
            boolean accumulate) {
        for (int h = 0; h < parts; h++) {
            for (int d = h * size; d < (h + 1) * size; d++) {
                float sum = accumulate ? out[to + d] : 0f;
                for (int i = 0; i < count; i++) {
                    sum = Math.fma(weights[at + h * stride + i], rows[from + i * parts * size + d], sum);
                }
                out[to + d] = sum;
            }
        }
    }

    @Override
    public void gates(int rows, int width, float[] x, int xAt, float[] s, int sAt, float[] old, int oldAt, float[] out, int outAt) {
        for (int r = 0; r < rows; r++) {
            Gates.row(width, x, xAt + r * 3 * width, s, sAt + r * 3 * width, old, oldAt + r * width, out, outAt + r * width);
        }
    }
}
