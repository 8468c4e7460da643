package org.thaw.networks.internal;

import static org.thaw.networks.SequenceKernels.BLOCK;

import java.util.Arrays;
import org.thaw.networks.SequenceKernels;

/**
 * What attention works on while it deals with one head of one sequence; all layers share it. Keys and values lie in rows, queries and
 * derivatives by outputs turned, one column for each position, up to a whole number of blocks.
 */
final class AttentionScratch {

    private final SequenceKernels loops;
    float[] queries = new float[0];
    float[] keys = new float[0];
    float[] values = new float[0];
    float[] deltas = new float[0];
    /** Σ δ·output of each query: what the softmax's gradient takes away. */
    float[] products = new float[0];
    /** Panels. */
    float[] scores = new float[0];
    float[] slopes = new float[0];

    AttentionScratch(SequenceKernels loops) {
        this.loops = loops;
    }

    /** The next whole number of blocks. */
    static int padded(int length) {
        return (length + BLOCK - 1) / BLOCK * BLOCK;
    }

    void reserve(int length, int head) {
        int columns = padded(length);
        if (queries.length < columns * head) {
            queries = new float[columns * head];
            keys = new float[columns * head];
            values = new float[columns * head];
            deltas = new float[columns * head];
        }
        if (products.length < columns) {
            products = new float[columns];
            scores = new float[columns * BLOCK];
            slopes = new float[columns * BLOCK];
        }
    }

    /** Copies a head's queries, keys and values, which lie {@code width} apart in each row. */
    void take(float[] rows, int at, int stride, int first, int width, int length, int head) {
        turn(rows, at + first, stride, length, head, queries);
        loops.gather(length, head, rows, at + first + width, stride, keys);
        loops.gather(length, head, rows, at + first + 2 * width, stride, values);
    }

    /** Copies the derivatives by a head's outputs. */
    void takeGradient(float[] delta, int at, float[] output, int outputAt, int stride, int length, int head) {
        turn(delta, at, stride, length, head, deltas);
        Arrays.fill(products, 0, padded(length), 0f);
        for (int d = 0; d < head; d++) {
            int row = d * padded(length);
            for (int i = 0, o = outputAt + d; i < length; i++, o += stride) {
                products[i] = Math.fma(deltas[row + i], output[o], products[i]);
            }
        }
    }

    /** Columns after the last position are zeros. */
    private static void turn(float[] from, int at, int stride, int length, int head, float[] to) {
        int columns = padded(length);
        for (int i = 0; i < length; i += 8) {
            Packing.transpose8(head, Math.min(8, length - i), from, at + i * stride, stride, to, i, columns);
        }
        for (int d = 0; d < head && length < columns; d++) {
            Arrays.fill(to, d * columns + length, (d + 1) * columns, 0f);
        }
    }
}
