package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.broadcast;
import static org.thaw.networks.internal.VectorTiles.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Products with one row, or with sums of one term, which read B or write C just once and so live from memory speed. Up
 * to eight vectors side by side; where fewer or a broken one are needed, the last ones lie over each other at the end
 * of the row. They compute the same values, and all old values are read before the first new one is written.
 */
final class VectorRows {

    private static final int MOST = 8 * LANES;

    private VectorRows() {
    }

    /** C[1, n] = or += a·B with B stored row by row; the values of a lie {@code step} apart. */
    static void row(int n, int k, float[] a, int at, int step, float[] b, int bOffset, int ldb, float[] c, int cOffset,
            boolean old) {
        if (n < LANES) {
            few(n, k, a, at, step, b, bOffset, ldb, c, cOffset, old);
            return;
        }
        int j = 0;
        for (; n - j > MOST + MOST / 2; j += MOST) {
            row8(MOST, k, a, at, step, b, bOffset + j, ldb, c, cOffset + j, old);
        }
        // the rest in at most two parts, neither narrower than one vector
        int half = n - j > MOST ? (n - j) / 2 / LANES * LANES : 0;
        if (half > 0) {
            part(half, k, a, at, step, b, bOffset + j, ldb, c, cOffset + j, old);
        }
        part(n - j - half, k, a, at, step, b, bOffset + j + half, ldb, c, cOffset + j + half, old);
    }

    private static void part(int n, int k, float[] a, int at, int step, float[] b, int bOffset, int ldb, float[] c,
            int cOffset, boolean old) {
        if (n > 4 * LANES) {
            row8(n, k, a, at, step, b, bOffset, ldb, c, cOffset, old);
        } else {
            row4(n, k, a, at, step, b, bOffset, ldb, c, cOffset, old);
        }
    }

    private static void row8(int n, int depth, float[] a, int at, int step, float[] b, int bOffset, int ldb, float[] c,
            int cOffset, boolean old) {
        int last = n - LANES;
        int o4 = Math.min(4 * LANES, last);
        int o5 = Math.min(5 * LANES, last);
        int o6 = Math.min(6 * LANES, last);
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c0 = old ? load(c, cOffset) : zero;
        FloatVector c1 = old ? load(c, cOffset + LANES) : zero;
        FloatVector c2 = old ? load(c, cOffset + 2 * LANES) : zero;
        FloatVector c3 = old ? load(c, cOffset + 3 * LANES) : zero;
        FloatVector c4 = old ? load(c, cOffset + o4) : zero;
        FloatVector c5 = old ? load(c, cOffset + o5) : zero;
        FloatVector c6 = old ? load(c, cOffset + o6) : zero;
        FloatVector c7 = old ? load(c, cOffset + last) : zero;
        for (int p = 0; p < depth; p++) {
            FloatVector x = broadcast(a[at + p * step]);
            int o = bOffset + p * ldb;
            c0 = x.fma(load(b, o), c0);
            c1 = x.fma(load(b, o + LANES), c1);
            c2 = x.fma(load(b, o + 2 * LANES), c2);
            c3 = x.fma(load(b, o + 3 * LANES), c3);
            c4 = x.fma(load(b, o + o4), c4);
            c5 = x.fma(load(b, o + o5), c5);
            c6 = x.fma(load(b, o + o6), c6);
            c7 = x.fma(load(b, o + last), c7);
        }
        c0.intoArray(c, cOffset);
        c1.intoArray(c, cOffset + LANES);
        c2.intoArray(c, cOffset + 2 * LANES);
        c3.intoArray(c, cOffset + 3 * LANES);
        c4.intoArray(c, cOffset + o4);
        c5.intoArray(c, cOffset + o5);
        c6.intoArray(c, cOffset + o6);
        c7.intoArray(c, cOffset + last);
    }

    private static void row4(int n, int depth, float[] a, int at, int step, float[] b, int bOffset, int ldb, float[] c,
            int cOffset, boolean old) {
        int last = n - LANES;
        int o1 = Math.min(LANES, last);
        int o2 = Math.min(2 * LANES, last);
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c0 = old ? load(c, cOffset) : zero;
        FloatVector c1 = old ? load(c, cOffset + o1) : zero;
        FloatVector c2 = old ? load(c, cOffset + o2) : zero;
        FloatVector c3 = old ? load(c, cOffset + last) : zero;
        for (int p = 0; p < depth; p++) {
            FloatVector x = broadcast(a[at + p * step]);
            int o = bOffset + p * ldb;
            c0 = x.fma(load(b, o), c0);
            c1 = x.fma(load(b, o + o1), c1);
            c2 = x.fma(load(b, o + o2), c2);
            c3 = x.fma(load(b, o + last), c3);
        }
        c0.intoArray(c, cOffset);
        c1.intoArray(c, cOffset + o1);
        c2.intoArray(c, cOffset + o2);
        c3.intoArray(c, cOffset + last);
    }

    /** Fewer columns than one vector holds: scalar sums, four at once. */
    private static void few(int n, int k, float[] a, int at, int step, float[] b, int bOffset, int ldb, float[] c,
            int cOffset, boolean old) {
        if (!old) {
            Arrays.fill(c, cOffset, cOffset + n, 0f);
        }
        int j = 0;
        for (; j + 3 < n; j += 4) {
            int o = cOffset + j;
            float s0 = c[o];
            float s1 = c[o + 1];
            float s2 = c[o + 2];
            float s3 = c[o + 3];
            for (int p = 0, i = at, q = bOffset + j; p < k; p++, i += step, q += ldb) {
                float x = a[i];
                s0 = Math.fma(x, b[q], s0);
                s1 = Math.fma(x, b[q + 1], s1);
                s2 = Math.fma(x, b[q + 2], s2);
                s3 = Math.fma(x, b[q + 3], s3);
            }
            c[o] = s0;
            c[o + 1] = s1;
            c[o + 2] = s2;
            c[o + 3] = s3;
        }
        for (; j < n; j++) {
            float s = c[cOffset + j];
            for (int p = 0, i = at, q = bOffset + j; p < k; p++, i += step, q += ldb) {
                s = Math.fma(a[i], b[q], s);
            }
            c[cOffset + j] = s;
        }
    }

    /** C[m, n] = or += a·bᵀ, sums of one term; the values of a lie {@code step} apart, those of b side by side. */
    static void outer(int m, int n, float[] a, int at, int step, float[] b, int bOffset, float[] c, int cOffset, int ldc,
            boolean old) {
        if (n < LANES) {
            for (int i = 0; i < m; i++) {
                float x = a[at + i * step];
                int o = cOffset + i * ldc;
                for (int j = 0; j < n; j++) {
                    c[o + j] = Math.fma(x, b[bOffset + j], old ? c[o + j] : 0f);
                }
            }
            return;
        }
        for (int j = 0; j < n; j += MOST) {
            int columns = Math.min(MOST, n - j);
            int rest = columns % LANES;
            int whole = columns - rest;
            int back = rest == 0 ? 0 : LANES - rest;
            if (whole == 0) {
                // a last sliver: its neighbours to the left were written before, so it must not add to them again
                sliver(m, rest, a, at, step, b, bOffset + j, c, cOffset + j, ldc, old);
            } else {
                outer8(m, whole + rest, a, at, step, b, bOffset + j, c, cOffset + j, ldc, old);
            }
        }
    }

    private static void sliver(int m, int n, float[] a, int at, int step, float[] b, int bOffset, float[] c, int cOffset,
            int ldc, boolean old) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                int o = cOffset + i * ldc + j;
                c[o] = Math.fma(a[at + i * step], b[bOffset + j], old ? c[o] : 0f);
            }
        }
    }
}
