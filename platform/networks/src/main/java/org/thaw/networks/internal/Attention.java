package org.thaw.networks.internal;

import static org.thaw.networks.SequenceKernels.BLOCK;

import java.util.Arrays;
import org.thaw.networks.Initialiser.Filling;
import org.thaw.networks.Kernels;
import org.thaw.networks.Kernels.Form;
import org.thaw.networks.SequenceKernels;

/**
 * Causal attention of several heads (Vaswani et al. 2017, eq. 1) in a band: position i attends to positions
 * i − context + 1 … i. To the score of a key that lies d positions back a head adds a learned bias of its own for that d (Raffel et
 * al. 2020, without buckets). A panel of scores is made anew for the gradient, since keeping all panels costs more than making them.
 *
 * <p>A row of the input is [query, key, value], each {@code width} values, head by head; queries come scaled.
 */
final class Attention {

    /** Hidden distances on either side of the band: a panel reaches so far beyond it. */
    private static final int EDGE = BLOCK;

    private final Flat flat;
    private final Kernels kernels;
    private final SequenceKernels loops;
    private final AttentionScratch scratch;
    private final int width;
    private final int heads;
    private final int head;
    private final int context;
    private final int bias;
    /** Bias by distance from −EDGE to context + EDGE − 1 for each head; −∞ outside the band. */
    private final float[] biases;
    private final float[] biasGradient;
    private float[] greatest = new float[0];
    private float[] inverse = new float[0];
    private float[] output = new float[0];

    Attention(Flat flat, Kernels kernels, AttentionScratch scratch, String name, int width, int heads, int context) {
        this.flat = flat;
        this.kernels = kernels;
        loops = kernels.sequences();
        this.scratch = scratch;
        this.width = width;
        this.heads = heads;
        head = width / heads;
        this.context = context;
        bias = flat.claim(name + ".bias", slopes(heads, context), 1, 1, heads, context);
        biases = new float[heads * (context + 2 * EDGE)];
        biasGradient = new float[biases.length];
    }

    /** First biases: −d·2^(−8(h+1)/heads) (Press, Smith and Lewis 2022); the last value of a head is for d = 0. */
    private static Filling slopes(int heads, int context) {
        return (values, offset, length, fanIn, fanOut, random) -> {
            for (int h = 0; h < heads; h++) {
                double slope = StrictMath.pow(2, -8.0 * (h + 1) / heads);
                for (int d = 0; d < context; d++) {
                    values[offset + (h + 1) * context - 1 - d] = (float) (0 - slope * d);
                }
            }
        };
    }

    /** Where the biases of the first head begin: the last one for distance 0. */
    int bias() {
        return bias;
    }

    /** Makes room for a batch and lays the biases out by distance. */
    void begin(int sequences, int length) {
        int columns = sequences * heads * AttentionScratch.padded(length);
        greatest = Buffers.atLeast(greatest, columns, 1);
        inverse = Buffers.atLeast(inverse, columns, 1);
        output = Buffers.atLeast(output, sequences * length, width);
        Arrays.fill(biases, Float.NEGATIVE_INFINITY);
        for (int h = 0; h < heads; h++) {
            for (int d = 0; d < context; d++) {
                biases[table(h) + d] = flat.parameters()[bias + (h + 1) * context - 1 - d];
            }
        }
    }

    /** Index of a head's bias for distance 0. */
    private int table(int h) {
        return h * (context + 2 * EDGE) + EDGE;
    }

    float[] output() {
        return output;
    }

    /** One sequence: {@code rows} has its rows from index 0, and it is the batch's number {@code sequence}. */
    void forward(float[] rows, int at, int sequence, int length) {
        scratch.reserve(length, head);
        int stride = AttentionScratch.padded(length);
        for (int h = 0; h < heads; h++) {
            scratch.take(rows, at, 3 * width, h * head, width, length, head);
            int column = (sequence * heads + h) * stride;
            for (int i = 0; i < length; i += BLOCK) {
                int first = Math.max(0, i - context + 1);
                int keys = Math.min(length, i + BLOCK) - first;
                kernels.sgemm(Form.NN, keys, BLOCK, head, scratch.keys, first * head, head, scratch.queries, i, stride, scratch.scores, 0,
                        BLOCK, false);
                loops.softmax(keys, scratch.scores, biases, table(h) + i - first, greatest, inverse, column + i);
                int queries = Math.min(BLOCK, length - i);
                int to = (sequence * length + i) * width + h * head;
                kernels.sgemm(Form.TN, queries, head, keys, scratch.scores, 0, BLOCK, scratch.values, first * head, head, output, to, width,
                        false);
                scale(queries, to, column + i);
            }
        }
    }

    private void scale(int queries, int to, int column) {
        for (int q = 0; q < queries; q++) {
            float factor = inverse[column + q];
            for (int d = to + q * width; d < to + q * width + head; d++) {
                output[d] *= factor;
            }
        }
    }

    void beginGradient() {
        Arrays.fill(biasGradient, 0f);
    }

    /** Writes the derivatives by one sequence's rows, from those by its output; adds to the derivatives by the biases. */
    void backward(float[] rows, int at, int sequence, int length, float[] delta, int deltaAt, float[] into, int intoAt) {
        scratch.reserve(length, head);
        Arrays.fill(into, intoAt, intoAt + length * 3 * width, 0f);
        int stride = AttentionScratch.padded(length);
        for (int h = 0; h < heads; h++) {
            scratch.take(rows, at, 3 * width, h * head, width, length, head);
            scratch.takeGradient(delta, deltaAt + h * head, output, sequence * length * width + h * head, width, length, head);
            int column = (sequence * heads + h) * stride;
            for (int i = 0; i < length; i += BLOCK) {
                int first = Math.max(0, i - context + 1);
                int keys = Math.min(length, i + BLOCK) - first;
                kernels.sgemm(Form.NN, keys, BLOCK, head, scratch.keys, first * head, head, scratch.queries, i, stride, scratch.scores, 0,
                        BLOCK, false);
                kernels.sgemm(Form.NN, keys, BLOCK, head, scratch.values, first * head, head, scratch.deltas, i, stride, scratch.slopes, 0,
                        BLOCK, false);
                loops.softmaxGradient(keys, scratch.scores, scratch.slopes, biases, table(h) + i - first, biasGradient, greatest,
                        inverse, column + i, scratch.products, i);
                int queries = Math.min(BLOCK, length - i);
                kernels.sgemm(Form.NN, keys, head, queries, scratch.scores, 0, BLOCK, delta, deltaAt + i * width + h * head, width,
                        into, intoAt + first * 3 * width + 2 * width + h * head, 3 * width, true);
                kernels.sgemm(Form.NN, keys, head, queries, scratch.slopes, 0, BLOCK, rows, at + i * 3 * width + h * head, 3 * width,
                        into, intoAt + first * 3 * width + width + h * head, 3 * width, true);
                kernels.sgemm(Form.TN, queries, head, keys, scratch.slopes, 0, BLOCK, scratch.keys, first * head, head, into,
                        intoAt + i * 3 * width + h * head, 3 * width, false);
            }
        }
    }

    /** Adds what all sequences together found for the biases. */
    void endGradient() {
        float[] gradient = flat.gradient();
        for (int h = 0; h < heads; h++) {
            for (int d = 0; d < context; d++) {
                gradient[bias + (h + 1) * context - 1 - d] += biasGradient[table(h) + d];
            }
        }
    }
}
