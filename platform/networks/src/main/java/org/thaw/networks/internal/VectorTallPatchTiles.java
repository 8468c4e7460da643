package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.WIDE;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of convolutions as in {@link VectorPatchTiles}, of ten and twelve rows: a vector of the panel, once loaded, serves more rows. They need
 * the 32 registers that processors with vectors of 512 bits have. Much more in one loop, and C2 of JDK 17 gives up inlining it.
 */
final class VectorTallPatchTiles {

    /** Of a product. */
    static final int PATCHES = 10;
    /** Of a gradient. */
    static final int VALUES = 12;

    private VectorTallPatchTiles() {
    }

    /** Ten patches (of fewer, the last one is repeated) by two vectors of channels, added to C over one run. */
    static void wide(int[] starts, int row, int rows, int shift, int length, float[] in, float[] b,
            float[] c, int cOffset, int ldc) {
        int last = row + rows - 1;
        int s0 = starts[row] + shift;
        int s1 = starts[Math.min(row + 1, last)] + shift;
        int s2 = starts[Math.min(row + 2, last)] + shift;
        int s3 = starts[Math.min(row + 3, last)] + shift;
        int s4 = starts[Math.min(row + 4, last)] + shift;
        int s5 = starts[Math.min(row + 5, last)] + shift;
        int s6 = starts[Math.min(row + 6, last)] + shift;
        int s7 = starts[Math.min(row + 7, last)] + shift;
        int s8 = starts[Math.min(row + 8, last)] + shift;
        int s9 = starts[Math.min(row + 9, last)] + shift;
        int o0 = cOffset;
        int o1 = cOffset + Math.min(1, rows - 1) * ldc;
        int o2 = cOffset + Math.min(2, rows - 1) * ldc;
        int o3 = cOffset + Math.min(3, rows - 1) * ldc;
        int o4 = cOffset + Math.min(4, rows - 1) * ldc;
        int o5 = cOffset + Math.min(5, rows - 1) * ldc;
        int o6 = cOffset + Math.min(6, rows - 1) * ldc;
        int o7 = cOffset + Math.min(7, rows - 1) * ldc;
        int o8 = cOffset + Math.min(8, rows - 1) * ldc;
        int o9 = cOffset + Math.min(9, rows - 1) * ldc;
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, o0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, o0 + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, o1);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, o1 + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, o2);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, o2 + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, o3);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, o3 + LANES);
        FloatVector c40 = FloatVector.fromArray(SPECIES, c, o4);
        FloatVector c41 = FloatVector.fromArray(SPECIES, c, o4 + LANES);
        FloatVector c50 = FloatVector.fromArray(SPECIES, c, o5);
        FloatVector c51 = FloatVector.fromArray(SPECIES, c, o5 + LANES);
        FloatVector c60 = FloatVector.fromArray(SPECIES, c, o6);
        FloatVector c61 = FloatVector.fromArray(SPECIES, c, o6 + LANES);
        FloatVector c70 = FloatVector.fromArray(SPECIES, c, o7);
        FloatVector c71 = FloatVector.fromArray(SPECIES, c, o7 + LANES);
        FloatVector c80 = FloatVector.fromArray(SPECIES, c, o8);
        FloatVector c81 = FloatVector.fromArray(SPECIES, c, o8 + LANES);
        FloatVector c90 = FloatVector.fromArray(SPECIES, c, o9);
        FloatVector c91 = FloatVector.fromArray(SPECIES, c, o9 + LANES);
        for (int p = 0; p < length; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, p * WIDE);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, p * WIDE + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, in[s0 + p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, in[s1 + p]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, in[s2 + p]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, in[s3 + p]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, in[s4 + p]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, in[s5 + p]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = FloatVector.broadcast(SPECIES, in[s6 + p]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = FloatVector.broadcast(SPECIES, in[s7 + p]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            x = FloatVector.broadcast(SPECIES, in[s8 + p]);
            c80 = x.fma(b0, c80);
            c81 = x.fma(b1, c81);
            x = FloatVector.broadcast(SPECIES, in[s9 + p]);
            c90 = x.fma(b0, c90);
            c91 = x.fma(b1, c91);
        }
        c00.intoArray(c, o0);
        c01.intoArray(c, o0 + LANES);
        c10.intoArray(c, o1);
        c11.intoArray(c, o1 + LANES);
        c20.intoArray(c, o2);
        c21.intoArray(c, o2 + LANES);
        c30.intoArray(c, o3);
        c31.intoArray(c, o3 + LANES);
        c40.intoArray(c, o4);
        c41.intoArray(c, o4 + LANES);
        c50.intoArray(c, o5);
        c51.intoArray(c, o5 + LANES);
        c60.intoArray(c, o6);
        c61.intoArray(c, o6 + LANES);
        c70.intoArray(c, o7);
        c71.intoArray(c, o7 + LANES);
        c80.intoArray(c, o8);
        c81.intoArray(c, o8 + LANES);
        c90.intoArray(c, o9);
        c91.intoArray(c, o9 + LANES);
    }

    /** Twelve neighbouring values of a patch by two vectors of channels, summed over the patches first … end. */
    static void wideGradient(int[] starts, int first, int end, int shift, float[] in, float[] d, float[] c,
            int cOffset, int ldc, boolean old) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero, c01 = zero, c10 = zero, c11 = zero;
        FloatVector c20 = zero, c21 = zero, c30 = zero, c31 = zero;
        FloatVector c40 = zero, c41 = zero, c50 = zero, c51 = zero;
        FloatVector c60 = zero, c61 = zero, c70 = zero, c71 = zero;
        FloatVector c80 = zero, c81 = zero, c90 = zero, c91 = zero;
        FloatVector ca0 = zero, ca1 = zero, cb0 = zero, cb1 = zero;
        if (old) {
            int o = cOffset;
            c00 = FloatVector.fromArray(SPECIES, c, o);
            c01 = FloatVector.fromArray(SPECIES, c, o + LANES);
            c10 = FloatVector.fromArray(SPECIES, c, o += ldc);
            c11 = FloatVector.fromArray(SPECIES, c, o + LANES);
            c20 = FloatVector.fromArray(SPECIES, c, o += ldc);
            c21 = FloatVector.fromArray(SPECIES, c, o + LANES);
            c30 = FloatVector.fromArray(SPECIES, c, o += ldc);
            c31 = FloatVector.fromArray(SPECIES, c, o + LANES);
            c40 = FloatVector.fromArray(SPECIES, c, o += ldc);
            c41 = FloatVector.fromArray(SPECIES, c, o + LANES);
            c50 = FloatVector.fromArray(SPECIES, c, o += ldc);
            c51 = FloatVector.fromArray(SPECIES, c, o + LANES);
            c60 = FloatVector.fromArray(SPECIES, c, o += ldc);
            c61 = FloatVector.fromArray(SPECIES, c, o + LANES);
            c70 = FloatVector.fromArray(SPECIES, c, o += ldc);
            c71 = FloatVector.fromArray(SPECIES, c, o + LANES);
            c80 = FloatVector.fromArray(SPECIES, c, o += ldc);
            c81 = FloatVector.fromArray(SPECIES, c, o + LANES);
            c90 = FloatVector.fromArray(SPECIES, c, o += ldc);
            c91 = FloatVector.fromArray(SPECIES, c, o + LANES);
            ca0 = FloatVector.fromArray(SPECIES, c, o += ldc);
            ca1 = FloatVector.fromArray(SPECIES, c, o + LANES);
            cb0 = FloatVector.fromArray(SPECIES, c, o += ldc);
            cb1 = FloatVector.fromArray(SPECIES, c, o + LANES);
        }
        for (int q = first; q < end; q++) {
            FloatVector d0 = FloatVector.fromArray(SPECIES, d, (q - first) * WIDE);
            FloatVector d1 = FloatVector.fromArray(SPECIES, d, (q - first) * WIDE + LANES);
            int i = starts[q] + shift;
            FloatVector x = FloatVector.broadcast(SPECIES, in[i]);
            c00 = x.fma(d0, c00);
            c01 = x.fma(d1, c01);
            x = FloatVector.broadcast(SPECIES, in[i + 1]);
            c10 = x.fma(d0, c10);
            c11 = x.fma(d1, c11);
            x = FloatVector.broadcast(SPECIES, in[i + 2]);
            c20 = x.fma(d0, c20);
            c21 = x.fma(d1, c21);
            x = FloatVector.broadcast(SPECIES, in[i + 3]);
            c30 = x.fma(d0, c30);
            c31 = x.fma(d1, c31);
            x = FloatVector.broadcast(SPECIES, in[i + 4]);
            c40 = x.fma(d0, c40);
            c41 = x.fma(d1, c41);
            x = FloatVector.broadcast(SPECIES, in[i + 5]);
            c50 = x.fma(d0, c50);
            c51 = x.fma(d1, c51);
            x = FloatVector.broadcast(SPECIES, in[i + 6]);
            c60 = x.fma(d0, c60);
            c61 = x.fma(d1, c61);
            x = FloatVector.broadcast(SPECIES, in[i + 7]);
            c70 = x.fma(d0, c70);
            c71 = x.fma(d1, c71);
            x = FloatVector.broadcast(SPECIES, in[i + 8]);
            c80 = x.fma(d0, c80);
            c81 = x.fma(d1, c81);
            x = FloatVector.broadcast(SPECIES, in[i + 9]);
            c90 = x.fma(d0, c90);
            c91 = x.fma(d1, c91);
            x = FloatVector.broadcast(SPECIES, in[i + 10]);
            ca0 = x.fma(d0, ca0);
            ca1 = x.fma(d1, ca1);
            x = FloatVector.broadcast(SPECIES, in[i + 11]);
            cb0 = x.fma(d0, cb0);
            cb1 = x.fma(d1, cb1);
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
        c80.intoArray(c, o += ldc);
        c81.intoArray(c, o + LANES);
        c90.intoArray(c, o += ldc);
        c91.intoArray(c, o + LANES);
        ca0.intoArray(c, o += ldc);
        ca1.intoArray(c, o + LANES);
        cb0.intoArray(c, o += ldc);
        cb1.intoArray(c, o + LANES);
    }
}
