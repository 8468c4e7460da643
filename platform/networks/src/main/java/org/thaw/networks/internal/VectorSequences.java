package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.broadcast;
import static org.thaw.networks.internal.VectorTiles.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.thaw.networks.SequenceKernels;

/**
 * The inner loops of sequence networks on vectors of at most {@link #PARTS} lanes; what fills no vector is done in scalars. No method calls more than
 * one of the functions of {@link VectorFunctions}: with two, C2 of JDK 17 reaches its limit of nodes before all vector operations are inlined, and what is left
 * makes objects.
 */
final class VectorSequences implements SequenceKernels {

    private final VectorLines lines = new VectorLines();
    private final PlainSequences plain = new PlainSequences();

    @Override
    public void gelu(int n, float[] in, int from, float[] out, float[] slopes, int offset) {
        int whole = n - n % LANES;
        densities(whole, in, from, slopes, offset);
        gelus(whole, in, from, out, slopes, offset);
        for (int i = whole; i < n; i++) {
            PlainSequences.gelu(in[from + i], out, slopes, offset + i);
        }
    }

    /** e^(−x²/2). */
    private static void densities(int n, float[] in, int from, float[] out, int offset) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector z = load(in, from + i).mul(broadcast(Normal.ROOT_HALF));
            VectorFunctions.exp(z.mul(z.neg())).intoArray(out, offset + i);
        }
    }

    /** GELU and its slopes, with the densities in {@code slopes}, since {@code out} may be {@code in}. */
    private static void gelus(int n, float[] in, int from, float[] out, float[] slopes, int offset) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(in, from + i);
            FloatVector e = load(slopes, offset + i);
            FloatVector cumulative = VectorFunctions.cumulative(x, x.abs().mul(broadcast(Normal.ROOT_HALF)), e);
            x.mul(cumulative).intoArray(out, offset + i);
            x.fma(e.mul(broadcast(Normal.DENSITY)), cumulative).intoArray(slopes, offset + i);
        }
    }

    @Override
    public void gather(int rows, int n, float[] from, int at, int stride, float[] to) {
        if (n % LANES != 0) {
            plain.gather(rows, n, from, at, stride, to);
            return;
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < n; c += LANES) {
                load(from, at + r * stride + c).intoArray(to, r * n + c);
            }
        }
    }

    @Override
    public void multiply(int n, float[] values, float[] factors, int offset) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            load(values, i).mul(load(factors, offset + i)).intoArray(values, i);
        }
        for (; i < n; i++) {
            values[i] *= factors[offset + i];
        }
    }

    @Override
    public void normalise(int rows, int n, float[] in, float[] parameters, int gain, float[] normal, float[] inverse, float[] out,
            int first) {
        lines.normalise(rows, n, in, parameters, gain, normal, inverse, out, first);
    }

    @Override
    public void normaliseGradient(int rows, int n, float[] delta, float[] parameters, float[] gradient, int gain, float[] normal,
            float[] inverse, int first, float[] into) {
        lines.gradient(rows, n, delta, parameters, gradient, gain, normal, inverse, first, into);
    }

    @Override
    public void softmax(int rows, float[] scores, float[] bias, int biasAt, float[] greatest, float[] inverse, int at) {
        for (int c = 0; c < BLOCK; c += LANES) {
            greatest(rows, scores, c, bias, biasAt + c, greatest, at + c);
            exponentials(rows, scores, c, greatest, inverse, at + c);
        }
    }

    private static void greatest(int rows, float[] scores, int column, float[] bias, int biasAt, float[] greatest, int at) {
        FloatVector most = broadcast(Float.NEGATIVE_INFINITY);
        for (int r = 0; r < rows; r++) {
            int i = r * BLOCK + column;
            FloatVector x = load(scores, i).add(load(bias, biasAt - r));
            x.intoArray(scores, i);
            most = most.blend(x, x.compare(VectorOperators.GT, most));
        }
        most.intoArray(greatest, at);
    }

    private static void exponentials(int rows, float[] scores, int column, float[] greatest, float[] inverse, int at) {
        FloatVector most = load(greatest, at);
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int r = 0; r < rows; r++) {
            int i = r * BLOCK + column;
            FloatVector e = VectorFunctions.exp(load(scores, i).sub(most));
            e.intoArray(scores, i);
            sum = sum.add(e);
        }
        broadcast(1f).div(sum).intoArray(inverse, at);
    }

    @Override
    public void softmaxGradient(int rows, float[] scores, float[] deltas, float[] bias, int biasAt, float[] biasGradient,
            float[] greatest, float[] inverse, int at, float[] products, int from) {
        for (int c = 0; c < BLOCK; c += LANES) {
            softmaxGradient1(rows, scores, deltas, c, bias, biasAt + c, biasGradient, greatest, inverse, at + c, products, from + c);
        }
    }

    private static void softmaxGradient1(int rows, float[] scores, float[] deltas, int column, float[] bias, int biasAt,
            float[] biasGradient, float[] greatest, float[] inverse, int at, float[] products, int from) {
        FloatVector most = load(greatest, at);
        FloatVector scale = load(inverse, at);
        FloatVector product = load(products, from);
        for (int r = 0; r < rows; r++) {
            int i = r * BLOCK + column;
            FloatVector p = VectorFunctions.exp(load(scores, i).add(load(bias, biasAt - r)).sub(most)).mul(scale);
            FloatVector d = p.mul(load(deltas, i).sub(product));
            p.intoArray(scores, i);
            d.intoArray(deltas, i);
            load(biasGradient, biasAt - r).add(d).intoArray(biasGradient, biasAt - r);
        }
    }

    @Override
    public void softmaxLines(int lines, int n, float[] scores, int stride, float[] bias, int biasAt, int biasStride, float[] inverse) {
        for (int line = 0; line < lines; line++) {
            line(n, scores, line * stride, bias, biasAt + line * biasStride);
        }
        PlainSequences.inverses(lines, n, scores, stride, inverse);
    }

    private static void line(int n, float[] scores, int from, float[] bias, int biasAt) {
        int whole = n - n % LANES;
        FloatVector m = broadcast(Float.NEGATIVE_INFINITY);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector x = load(scores, from + i).add(load(bias, biasAt + i));
            x.intoArray(scores, from + i);
            m = m.blend(x, x.compare(VectorOperators.GT, m));
        }
        float most = Float.NEGATIVE_INFINITY;
        if (whole > 0) {
            for (int lane = 0; lane < LANES; lane++) {
                most = Math.max(most, m.lane(lane));
            }
        }
        for (int i = whole; i < n; i++) {
            float x = scores[from + i] + bias[biasAt + i];
            scores[from + i] = x;
            most = x > most ? x : most;
        }
        for (int i = 0; i < whole; i += LANES) {
            VectorFunctions.exp(load(scores, from + i).sub(broadcast(most))).intoArray(scores, from + i);
        }
        for (int i = whole; i < n; i++) {
            scores[from + i] = Exponential.exp(scores[from + i] - most);
        }
    }

    @Override
    public void mix(int parts, int size, int count, float[] weights, int at, int stride, float[] rows, int from, float[] out, int to,
            boolean accumulate) {
        if (size % LANES != 0) {
            plain.mix(parts, size, count, weights, at, stride, rows, from, out, to, accumulate);
            return;
        }
        int width = parts * size;
        int c = 0;
        for (; c + 4 * LANES <= width; c += 4 * LANES) {
            mix4(count, weights, at + c / size * stride, at + (c + LANES) / size * stride, at + (c + 2 * LANES) / size * stride,
                    at + (c + 3 * LANES) / size * stride, rows, from + c, width, out, to + c, accumulate);
        }
        for (; c < width; c += LANES) {
            mix1(count, weights, at + c / size * stride, rows, from + c, width, out, to + c, accumulate);
        }
    }

    /** Four vectors of columns at once, to hide the latency of a fused multiply-add. */
    private static void mix4(int count, float[] weights, int w0, int w1, int w2, int w3, float[] rows, int from, int width, float[] out,
            int to, boolean old) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        if (old) {
            s0 = load(out, to);
            s1 = load(out, to + LANES);
            s2 = load(out, to + 2 * LANES);
            s3 = load(out, to + 3 * LANES);
        }
        for (int i = 0; i < count; i++) {
            int o = from + i * width;
            s0 = broadcast(weights[w0 + i]).fma(load(rows, o), s0);
            s1 = broadcast(weights[w1 + i]).fma(load(rows, o + LANES), s1);
            s2 = broadcast(weights[w2 + i]).fma(load(rows, o + 2 * LANES), s2);
            s3 = broadcast(weights[w3 + i]).fma(load(rows, o + 3 * LANES), s3);
        }
        s0.intoArray(out, to);
        s1.intoArray(out, to + LANES);
        s2.intoArray(out, to + 2 * LANES);
        s3.intoArray(out, to + 3 * LANES);
    }

    private static void mix1(int count, float[] weights, int w, float[] rows, int from, int width, float[] out, int to, boolean old) {
        FloatVector sum = old ? load(out, to) : FloatVector.zero(SPECIES);
        for (int i = 0; i < count; i++) {
            sum = broadcast(weights[w + i]).fma(load(rows, from + i * width), sum);
        }
        sum.intoArray(out, to);
    }

    @Override
    public void gates(int rows, int width, float[] x, int xAt, float[] s, int sAt, float[] old, int oldAt, float[] out, int outAt) {
        for (int r = 0; r < rows; r++) {
            int i = xAt + r * 3 * width;
            int j = sAt + r * 3 * width;
            sigmoids(2 * width, x, i, s, j);
            candidates(width, x, i, s, j, old, oldAt + r * width, out, outAt + r * width);
        }
    }

    private static void sigmoids(int n, float[] x, int at, float[] s, int from) {
        int whole = n - n % LANES;
        for (int c = 0; c < whole; c += LANES) {
            VectorFunctions.sigmoid(load(x, at + c).add(load(s, from + c))).intoArray(x, at + c);
        }
        for (int c = whole; c < n; c++) {
            x[at + c] = Exponential.sigmoid(x[at + c] + s[from + c]);
        }
    }

    private static void candidates(int width, float[] x, int at, float[] s, int from, float[] old, int oldAt, float[] out, int outAt) {
        int whole = width - width % LANES;
        for (int c = 0; c < whole; c += LANES) {
            int i = at + 2 * width + c;
            FloatVector n = VectorFunctions.tanh(load(x, at + c).fma(load(s, from + 2 * width + c), load(x, i)));
            n.intoArray(x, i);
            load(x, at + width + c).fma(load(old, oldAt + c).sub(n), n).intoArray(out, outAt + c);
        }
        Gates.candidates(whole, width, x, at, s, from, old, oldAt, out, outAt);
    }
}
