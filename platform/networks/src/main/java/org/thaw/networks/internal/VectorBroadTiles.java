package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.broadcast;
import static org.thaw.networks.internal.VectorTiles.load;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of four rows and four vectors, with A and B read where they lie, row by row (form NN). For sixteen vectors of sums they read eight values or vectors and follow five rows, where the tiles
 * of eight rows and two vectors in {@link VectorRowTiles} read ten and follow nine. On a Zen 4 they are 1.2 to 1.6 times as fast with the 32 registers of AVX-512, and with the 16 of AVX2 as well.
 */
final class VectorBroadTiles {

    /** Rows of a tile; {@link VectorTiles#ROWS} is that of the other tiles. */
    static final int ROWS = 4;
    /** Columns of a tile. */
    static final int COLUMNS = 4 * LANES;
    /** Up to so many columns they are the faster ones, as measured; beyond, the rows of B that are read again lie so far apart that they drive each other out of the caches. */
    static final int MOST_COLUMNS = 1024;
    /** Length of k per pass; that 128 and packed parts of B, which the first-level cache would hold, are no faster was measured. */
    private static final int DEPTH = 256;

    private VectorBroadTiles() {
    }

    /** C = or += A·B, with whole tiles: m and n are multiples of {@link #ROWS} and {@link #COLUMNS}. */
    static void product(int m, int n, int k, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb, float[] c, int cOffset, int ldc, boolean accumulate) {
        // at least one pass, so that k = 0 also writes its zeros
        for (int p = 0; p == 0 || p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            boolean old = accumulate || p > 0;
            for (int j = 0; j < n; j += COLUMNS) {
                for (int i = 0; i < m; i += ROWS) {
                    tile(depth, a, aOffset + i * lda + p, lda, b, bOffset + p * ldb + j, ldb, c, cOffset + i * ldc + j, ldc, old);
                }
            }
        }
    }

    private static void tile(int depth, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb, float[] c, int cOffset, int ldc, boolean old) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero, c01 = zero, c02 = zero, c03 = zero;
        FloatVector c10 = zero, c11 = zero, c12 = zero, c13 = zero;
        FloatVector c20 = zero, c21 = zero, c22 = zero, c23 = zero;
        FloatVector c30 = zero, c31 = zero, c32 = zero, c33 = zero;
        if (old) {
            int o = cOffset;
            c00 = load(c, o);
            c01 = load(c, o + LANES);
            c02 = load(c, o + 2 * LANES);
            c03 = load(c, o + 3 * LANES);
            c10 = load(c, o += ldc);
            c11 = load(c, o + LANES);
            c12 = load(c, o + 2 * LANES);
            c13 = load(c, o + 3 * LANES);
            c20 = load(c, o += ldc);
            c21 = load(c, o + LANES);
            c22 = load(c, o + 2 * LANES);
            c23 = load(c, o + 3 * LANES);
            c30 = load(c, o += ldc);
            c31 = load(c, o + LANES);
            c32 = load(c, o + 2 * LANES);
            c33 = load(c, o + 3 * LANES);
        }
        int a1 = aOffset + lda;
        int a2 = a1 + lda;
        int a3 = a2 + lda;
        for (int p = 0; p < depth; p++) {
            int o = bOffset + p * ldb;
            FloatVector b0 = load(b, o);
            FloatVector b1 = load(b, o + LANES);
            FloatVector b2 = load(b, o + 2 * LANES);
            FloatVector b3 = load(b, o + 3 * LANES);
            FloatVector x = broadcast(a[aOffset + p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            c03 = x.fma(b3, c03);
            x = broadcast(a[a1 + p]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            c13 = x.fma(b3, c13);
            x = broadcast(a[a2 + p]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            c23 = x.fma(b3, c23);
            x = broadcast(a[a3 + p]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            c33 = x.fma(b3, c33);
        }
        int o = cOffset;
        c00.intoArray(c, o);
        c01.intoArray(c, o + LANES);
        c02.intoArray(c, o + 2 * LANES);
        c03.intoArray(c, o + 3 * LANES);
        c10.intoArray(c, o += ldc);
        c11.intoArray(c, o + LANES);
        c12.intoArray(c, o + 2 * LANES);
        c13.intoArray(c, o + 3 * LANES);
        c20.intoArray(c, o += ldc);
        c21.intoArray(c, o + LANES);
        c22.intoArray(c, o + 2 * LANES);
        c23.intoArray(c, o + 3 * LANES);
        c30.intoArray(c, o += ldc);
        c31.intoArray(c, o + LANES);
        c32.intoArray(c, o + 2 * LANES);
        c33.intoArray(c, o + 3 * LANES);
    }
}
