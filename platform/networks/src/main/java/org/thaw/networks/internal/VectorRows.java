package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.broadcast;
import static org.thaw.networks.internal.VectorTiles.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Products with one row, or with sums of one term, which read B or write C only once, so that memory sets their speed. Up
 * to eight vectors side by side; where fewer or a broken one are needed, the last ones lie over each other at the end
 * of the row. They compute the same values, and all old values are read before the first new one is written.
 */
final class VectorRows {

    private static final int MOST = 8 * LANES;
    /** Length of the sums per pass: C2 of JDK 17 keeps no vectors in registers across few calls with endless loops. */
    private static final int DEPTH = NonZeros.MOST;

    private VectorRows() {
    }

    /** C[1, n] = or += a·B with B stored row by row; the values of a lie {@code step} apart. See {@link NonZeros} for terms that are left out. */
    static void row(NonZeros terms, int n, int k, float[] a, int at, int step, float[] b, int bOffset, int ldb, float[] c, int cOffset,
            boolean old) {
        for (int p = 0; p == 0 || p < k; p += DEPTH) {
            terms.read(a, at + p * step, step, Math.min(DEPTH, k - p));
            if (n < LANES) {
                few(n, terms, b, bOffset + p * ldb, ldb, c, cOffset, old || p > 0);
                continue;
            }
            for (int j = 0, part; j < n; j += part) {
                part = part(n - j);
                if (part > 4 * LANES) {
                    row8(part, terms, b, bOffset + p * ldb + j, ldb, c, cOffset + j, old || p > 0);
                } else {
                    row4(part, terms, b, bOffset + p * ldb + j, ldb, c, cOffset + j, old || p > 0);
                }
            }
        }
        terms.release();
    }

    /** How many of the columns left are taken at once: never so many that less than a vector would be left. */
    private static int part(int columns) {
        return columns <= MOST ? columns : columns < MOST + LANES ? MOST / 2 : MOST;
    }

    private static void row8(int n, NonZeros terms, float[] b, int bOffset, int ldb, float[] c, int cOffset, boolean old) {
        float[] values = terms.values;
        int[] before = terms.before;
        int at = terms.at;
        int count = terms.count;
        int last = n - LANES;
        int o4 = Math.min(4 * LANES, last);
        int o5 = Math.min(5 * LANES, last);
        int o6 = Math.min(6 * LANES, last);
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c0 = zero, c1 = zero, c2 = zero, c3 = zero;
        FloatVector c4 = zero, c5 = zero, c6 = zero, c7 = zero;
        if (old) {
            c0 = load(c, cOffset);
            c1 = load(c, cOffset + LANES);
            c2 = load(c, cOffset + 2 * LANES);
            c3 = load(c, cOffset + 3 * LANES);
            c4 = load(c, cOffset + o4);
            c5 = load(c, cOffset + o5);
            c6 = load(c, cOffset + o6);
            c7 = load(c, cOffset + last);
        }
        for (int i = 0; i < count; i++) {
            FloatVector x = broadcast(values[at + i]);
            int o = bOffset + before[i] * ldb;
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

    private static void row4(int n, NonZeros terms, float[] b, int bOffset, int ldb, float[] c, int cOffset, boolean old) {
        float[] values = terms.values;
        int[] before = terms.before;
        int at = terms.at;
        int count = terms.count;
        int last = n - LANES;
        int o1 = Math.min(LANES, last);
        int o2 = Math.min(2 * LANES, last);
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c0 = zero, c1 = zero, c2 = zero, c3 = zero;
        if (old) {
            c0 = load(c, cOffset);
            c1 = load(c, cOffset + o1);
            c2 = load(c, cOffset + o2);
            c3 = load(c, cOffset + last);
        }
        for (int i = 0; i < count; i++) {
            FloatVector x = broadcast(values[at + i]);
            int o = bOffset + before[i] * ldb;
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
    private static void few(int n, NonZeros terms, float[] b, int bOffset, int ldb, float[] c, int cOffset, boolean old) {
        float[] values = terms.values;
        int[] before = terms.before;
        int at = terms.at;
        int count = terms.count;
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
            for (int i = 0; i < count; i++) {
                float x = values[at + i];
                int q = bOffset + before[i] * ldb + j;
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
            for (int i = 0; i < count; i++) {
                s = Math.fma(values[at + i], b[bOffset + before[i] * ldb + j], s);
            }
            c[cOffset + j] = s;
        }
    }

    /** C[m, n] = or += a·bᵀ, sums of one term; the values of a lie {@code step} apart, those of b side by side. */
    static void outer(int m, int n, float[] a, int at, int step, float[] b, int bOffset, float[] c, int cOffset, int ldc,
            boolean old) {
        if (n < LANES) {
            for (int i = 0, o = cOffset; i < m; i++, o += ldc) {
                float x = a[at + i * step];
                for (int j = 0; j < n; j++) {
                    c[o + j] = Math.fma(x, b[bOffset + j], old ? c[o + j] : 0f);
                }
            }
            return;
        }
        for (int j = 0, part; j < n; j += part) {
            part = part(n - j);
            outer8(part, m, a, at, step, b, bOffset + j, c, cOffset + j, ldc, old);
        }
    }

    private static void outer8(int n, int m, float[] a, int at, int step, float[] b, int bOffset, float[] c, int cOffset,
            int ldc, boolean old) {
        int last = n - LANES;
        int o1 = Math.min(LANES, last);
        int o2 = Math.min(2 * LANES, last);
        int o3 = Math.min(3 * LANES, last);
        int o4 = Math.min(4 * LANES, last);
        int o5 = Math.min(5 * LANES, last);
        int o6 = Math.min(6 * LANES, last);
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector b0 = load(b, bOffset);
        FloatVector b1 = load(b, bOffset + o1);
        FloatVector b2 = load(b, bOffset + o2);
        FloatVector b3 = load(b, bOffset + o3);
        FloatVector b4 = load(b, bOffset + o4);
        FloatVector b5 = load(b, bOffset + o5);
        FloatVector b6 = load(b, bOffset + o6);
        FloatVector b7 = load(b, bOffset + last);
        for (int i = 0; i < m; i++) {
            FloatVector x = broadcast(a[at + i * step]);
            int o = cOffset + i * ldc;
            FloatVector c0 = x.fma(b0, old ? load(c, o) : zero);
            FloatVector c1 = x.fma(b1, old ? load(c, o + o1) : zero);
            FloatVector c2 = x.fma(b2, old ? load(c, o + o2) : zero);
            FloatVector c3 = x.fma(b3, old ? load(c, o + o3) : zero);
            FloatVector c4 = x.fma(b4, old ? load(c, o + o4) : zero);
            FloatVector c5 = x.fma(b5, old ? load(c, o + o5) : zero);
            FloatVector c6 = x.fma(b6, old ? load(c, o + o6) : zero);
            FloatVector c7 = x.fma(b7, old ? load(c, o + last) : zero);
            c0.intoArray(c, o);
            c1.intoArray(c, o + o1);
            c2.intoArray(c, o + o2);
            c3.intoArray(c, o + o3);
            c4.intoArray(c, o + o4);
            c5.intoArray(c, o + o5);
            c6.intoArray(c, o + o6);
            c7.intoArray(c, o + last);
        }
    }
}
