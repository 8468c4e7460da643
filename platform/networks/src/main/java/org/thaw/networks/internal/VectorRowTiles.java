package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.broadcast;
import static org.thaw.networks.internal.VectorTiles.load;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles as in {@link VectorTiles}, but with A read where it lies, row by row (form NN).
 * Where C has few columns, packing A would cost as much as the product. Those of {@link VectorBroadTiles} are faster where C has columns enough for them.
 */
final class VectorRowTiles {

    private VectorRowTiles() {
    }

    /** C[8, 2·LANES] = or += A·B with A stored [8, depth], rows {@code lda} apart. */
    static void wide(int depth, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb, float[] c, int cOffset,
            int ldc, boolean old) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero, c01 = zero, c10 = zero, c11 = zero, c20 = zero, c21 = zero, c30 = zero, c31 = zero;
        FloatVector c40 = zero, c41 = zero, c50 = zero, c51 = zero, c60 = zero, c61 = zero, c70 = zero, c71 = zero;
        if (old) {
            int o = cOffset;
            c00 = load(c, o);
            c01 = load(c, o + LANES);
            c10 = load(c, o += ldc);
            c11 = load(c, o + LANES);
            c20 = load(c, o += ldc);
            c21 = load(c, o + LANES);
            c30 = load(c, o += ldc);
            c31 = load(c, o + LANES);
            c40 = load(c, o += ldc);
            c41 = load(c, o + LANES);
            c50 = load(c, o += ldc);
            c51 = load(c, o + LANES);
            c60 = load(c, o += ldc);
            c61 = load(c, o + LANES);
            c70 = load(c, o += ldc);
            c71 = load(c, o + LANES);
        }
        int a1 = aOffset + lda;
        int a2 = a1 + lda;
        int a3 = a2 + lda;
        int a4 = a3 + lda;
        int a5 = a4 + lda;
        int a6 = a5 + lda;
        int a7 = a6 + lda;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = load(b, bOffset + p * ldb);
            FloatVector b1 = load(b, bOffset + p * ldb + LANES);
            FloatVector x = broadcast(a[aOffset + p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = broadcast(a[a1 + p]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = broadcast(a[a2 + p]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = broadcast(a[a3 + p]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = broadcast(a[a4 + p]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = broadcast(a[a5 + p]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = broadcast(a[a6 + p]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = broadcast(a[a7 + p]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
        }
        int o = cOffset;
        c00.intoArray(c, o);
        c01.intoArray(c, o + LANES);
        c10.intoArray(c, o += ldc);
        c11.intoArray(c, o + LANES);
        c20.intoArray(c, o += ldc);
        c21.intoArray(c, o + LANES);
        c30.intoArray(c, o += ldc);
        c31.intoArray(c, o + LANES);
        c40.intoArray(c, o += ldc);
        c41.intoArray(c, o + LANES);
        c50.intoArray(c, o += ldc);
        c51.intoArray(c, o + LANES);
        c60.intoArray(c, o += ldc);
        c61.intoArray(c, o + LANES);
        c70.intoArray(c, o += ldc);
        c71.intoArray(c, o + LANES);
    }

    /** C[8, LANES] = or += A·B with A stored [8, depth]. */
    static void narrow(int depth, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb, float[] c, int cOffset,
            int ldc, boolean old) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c0 = zero, c1 = zero, c2 = zero, c3 = zero;
        FloatVector c4 = zero, c5 = zero, c6 = zero, c7 = zero;
        if (old) {
            int o = cOffset;
            c0 = load(c, o);
            c1 = load(c, o += ldc);
            c2 = load(c, o += ldc);
            c3 = load(c, o += ldc);
            c4 = load(c, o += ldc);
            c5 = load(c, o += ldc);
            c6 = load(c, o += ldc);
            c7 = load(c, o += ldc);
        }
        int a1 = aOffset + lda;
        int a2 = a1 + lda;
        int a3 = a2 + lda;
        int a4 = a3 + lda;
        int a5 = a4 + lda;
        int a6 = a5 + lda;
        int a7 = a6 + lda;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = load(b, bOffset + p * ldb);
            c0 = broadcast(a[aOffset + p]).fma(b0, c0);
            c1 = broadcast(a[a1 + p]).fma(b0, c1);
            c2 = broadcast(a[a2 + p]).fma(b0, c2);
            c3 = broadcast(a[a3 + p]).fma(b0, c3);
            c4 = broadcast(a[a4 + p]).fma(b0, c4);
            c5 = broadcast(a[a5 + p]).fma(b0, c5);
            c6 = broadcast(a[a6 + p]).fma(b0, c6);
            c7 = broadcast(a[a7 + p]).fma(b0, c7);
        }
        int o = cOffset;
        c0.intoArray(c, o);
        c1.intoArray(c, o += ldc);
        c2.intoArray(c, o += ldc);
        c3.intoArray(c, o += ldc);
        c4.intoArray(c, o += ldc);
        c5.intoArray(c, o += ldc);
        c6.intoArray(c, o += ldc);
        c7.intoArray(c, o + ldc);
    }
}
