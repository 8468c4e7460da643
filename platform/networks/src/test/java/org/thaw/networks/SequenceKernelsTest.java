package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Loops on vectors have the bits of those in scalars, also for values far from 0 and sizes that fill no vector. */
class SequenceKernelsTest {

    private final SequenceKernels plain = Kernels.named("plain").sequences();
    private final SequenceKernels vector = Kernels.named("vector").sequences();

    /** Of all magnitudes that the functions tell apart, and a few special ones. */
    private static float[] wide(int count, long seed) {
        float[] values = Streams.values(count, seed);
        for (int i = 0; i < count; i++) {
            values[i] *= new float[] {1e-3f, 0.6f, 3f, 20f, 120f}[i % 5];
        }
        values[0] = 0f;
        values[1] = -0f;
        values[2] = Float.NaN;
        return values;
    }

    @Test
    void geluHasTheSameBitsAndKnownValues() {
        float[] in = wide(1003, 1);
        float[][] found = new float[4][1010];
        plain.gelu(1003, in, 0, found[0], found[1], 5);
        vector.gelu(1003, in, 0, found[2], found[3], 5);
        assertArrayEquals(found[0], found[2]);
        assertArrayEquals(found[1], found[3]);
        vector.gelu(1, new float[] {1}, 0, found[0], found[1], 0);
        // Φ(1) = 0.841345 and φ(1) = 0.241971
        assertEquals(0.841345, found[0][0], 1e-6);
        assertEquals(0.841345 + 0.241971, found[1][0], 1e-6);
    }

    @Test
    void gatesHaveTheSameBits() {
        for (int width : new int[] {1, 16, 37}) {
            float[] x = wide(9 * width + 1, 2);
            float[] same = x.clone();
            float[] s = wide(9 * width, 3);
            float[] h = Streams.values(3 * width, 4);
            float[] out = new float[3 * width];
            float[] other = h.clone();
            plain.gates(3, width, x, 1, s, 0, h, 0, out, 0);
            vector.gates(3, width, same, 1, s, 0, other, 0, other, 0);
            assertArrayEquals(x, same);
            assertArrayEquals(out, other);
        }
    }

    @Test
    void softmaxOfAColumnIsTheHandWorkedOne() {
        int block = SequenceKernels.BLOCK;
        for (SequenceKernels kernels : new SequenceKernels[] {plain, vector}) {
            float[] scores = new float[3 * block];
            // rows 0, 1, 2 of every column get biases ln 4, 0 and −∞
            Arrays.fill(scores, 0, block, (float) Math.log(4));
            Arrays.fill(scores, 2 * block, 3 * block, Float.NEGATIVE_INFINITY);
            float[] greatest = new float[block];
            float[] inverse = new float[block];
            kernels.softmax(3, scores, new float[block + 2], 2, greatest, inverse, 0);
            for (int c = 0; c < block; c++) {
                assertEquals(Math.log(4), greatest[c], 1e-6);
                assertEquals(1 / 1.25, inverse[c], 1e-6);
                assertEquals(1, scores[c], 1e-6);
                assertEquals(0.25, scores[block + c], 1e-6);
                assertEquals(0, scores[2 * block + c]);
            }
        }
    }

    @Test
    void softmaxOfLinesHasTheBitsOfSoftmaxOfColumns() {
        int block = SequenceKernels.BLOCK;
        int n = 45;
        float[] panel = Streams.values(n * block, 5);
        float[] lines = new float[block * 50];
        for (int i = 0; i < panel.length; i++) {
            panel[i] *= 60;
            lines[i % block * 50 + i / block] = panel[i];
        }
        float[] inverse = new float[block];
        float[] expected = new float[block];
        plain.softmax(n, panel, new float[n + block], n, new float[block], expected, 0);
        vector.softmaxLines(block, n, lines, 50, new float[n], 0, 0, inverse);
        assertArrayEquals(expected, inverse);
        for (int i = 0; i < panel.length; i++) {
            assertEquals(panel[i], lines[i % block * 50 + i / block]);
        }
    }

    @Test
    void normsHaveTheSameBitsForAllWidths() {
        for (int n = 1; n < 70; n += 4) {
            float[] x = Streams.values(3 * n, 6);
            float[] parameters = Streams.values(2 * n, 7);
            float[][] found = new float[6][5 * n + 5];
            plain.normalise(3, n, x, parameters, 0, found[0], found[1], found[2], 2);
            vector.normalise(3, n, x, parameters, 0, found[3], found[4], found[5], 2);
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(found[i], found[3 + i]);
            }
            float[][] gradients = new float[4][3 * n];
            plain.normaliseGradient(3, n, x, parameters, gradients[0], 0, found[0], found[1], 2, gradients[1]);
            vector.normaliseGradient(3, n, x, parameters, gradients[2], 0, found[0], found[1], 2, gradients[3]);
            assertArrayEquals(gradients[0], gradients[2]);
            assertArrayEquals(gradients[1], gradients[3]);
        }
    }
}
