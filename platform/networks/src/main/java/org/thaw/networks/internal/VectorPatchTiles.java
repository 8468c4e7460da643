package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.WIDE;
import static org.thaw.networks.internal.VectorTiles.broadcast;
import static org.thaw.networks.internal.VectorTiles.load;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops of convolutions: tiles of eight rows held in vector registers. The one factor is read
 * from the image itself; the other is a panel of channels, packed as wide as the tile.
 */
final class VectorPatchTiles {

    private VectorPatchTiles() {
    }

    /** Eight patches (of fewer, the last one is repeated) by two vectors of channels, added to C over one run. */
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
        int o0 = cOffset;
        int o1 = cOffset + Math.min(1, rows - 1) * ldc;
        int o2 = cOffset + Math.min(2, rows - 1) * ldc;
        int o3 = cOffset + Math.min(3, rows - 1) * ldc;
        int o4 = cOffset + Math.min(4, rows - 1) * ldc;
        int o5 = cOffset + Math.min(5, rows - 1) * ldc;
        int o6 = cOffset + Math.min(6, rows - 1) * ldc;
        int o7 = cOffset + Math.min(7, rows - 1) * ldc;
        FloatVector c00 = load(c, o0);
        FloatVector c01 = load(c, o0 + LANES);
        FloatVector c10 = load(c, o1);
        FloatVector c11 = load(c, o1 + LANES);
        FloatVector c20 = load(c, o2);
        FloatVector c21 = load(c, o2 + LANES);
        FloatVector c30 = load(c, o3);
        FloatVector c31 = load(c, o3 + LANES);
        FloatVector c40 = load(c, o4);
        FloatVector c41 = load(c, o4 + LANES);
        FloatVector c50 = load(c, o5);
        FloatVector c51 = load(c, o5 + LANES);
        FloatVector c60 = load(c, o6);
        FloatVector c61 = load(c, o6 + LANES);
        FloatVector c70 = load(c, o7);
        FloatVector c71 = load(c, o7 + LANES);
        for (int p = 0; p < length; p++) {
            FloatVector b0 = load(b, p * WIDE);
            FloatVector b1 = load(b, p * WIDE + LANES);
            FloatVector x = broadcast(in[s0 + p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = broadcast(in[s1 + p]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = broadcast(in[s2 + p]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = broadcast(in[s3 + p]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = broadcast(in[s4 + p]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = broadcast(in[s5 + p]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = broadcast(in[s6 + p]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = broadcast(in[s7 + p]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
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
    }

    /** As {@link #wide}, one vector of channels. */
    static void narrow(int[] starts, int row, int rows, int shift, int length, float[] in, float[] b,
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
        int o0 = cOffset;
        int o1 = cOffset + Math.min(1, rows - 1) * ldc;
        int o2 = cOffset + Math.min(2, rows - 1) * ldc;
        int o3 = cOffset + Math.min(3, rows - 1) * ldc;
        int o4 = cOffset + Math.min(4, rows - 1) * ldc;
        int o5 = cOffset + Math.min(5, rows - 1) * ldc;
        int o6 = cOffset + Math.min(6, rows - 1) * ldc;
        int o7 = cOffset + Math.min(7, rows - 1) * ldc;
        FloatVector c0 = load(c, o0);
        FloatVector c1 = load(c, o1);
        FloatVector c2 = load(c, o2);
        FloatVector c3 = load(c, o3);
        FloatVector c4 = load(c, o4);
        FloatVector c5 = load(c, o5);
        FloatVector c6 = load(c, o6);
        FloatVector c7 = load(c, o7);
        for (int p = 0; p < length; p++) {
            FloatVector b0 = load(b, p * LANES);
            FloatVector x = broadcast(in[s0 + p]);
            c0 = x.fma(b0, c0);
            x = broadcast(in[s1 + p]);
            c1 = x.fma(b0, c1);
            x = broadcast(in[s2 + p]);
            c2 = x.fma(b0, c2);
            x = broadcast(in[s3 + p]);
            c3 = x.fma(b0, c3);
            x = broadcast(in[s4 + p]);
            c4 = x.fma(b0, c4);
            x = broadcast(in[s5 + p]);
            c5 = x.fma(b0, c5);
            x = broadcast(in[s6 + p]);
            c6 = x.fma(b0, c6);
            x = broadcast(in[s7 + p]);
            c7 = x.fma(b0, c7);
        }
        c0.intoArray(c, o0);
        c1.intoArray(c, o1);
        c2.intoArray(c, o2);
        c3.intoArray(c, o3);
        c4.intoArray(c, o4);
        c5.intoArray(c, o5);
        c6.intoArray(c, o6);
        c7.intoArray(c, o7);
    }

    /** Eight neighbouring values of a patch by two vectors of channels, summed over the patches first … end. */
    static void wideGradient(int[] starts, int first, int end, int shift, float[] in, float[] d, float[] c,
            int cOffset, int ldc, boolean old) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero, c01 = zero;
        FloatVector c10 = zero, c11 = zero;
        FloatVector c20 = zero, c21 = zero;
        FloatVector c30 = zero, c31 = zero;
        FloatVector c40 = zero, c41 = zero;
        FloatVector c50 = zero, c51 = zero;
        FloatVector c60 = zero, c61 = zero;
        FloatVector c70 = zero, c71 = zero;
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
        for (int q = first; q < end; q++) {
            FloatVector d0 = load(d, (q - first) * WIDE);
            FloatVector d1 = load(d, (q - first) * WIDE + LANES);
            int i = starts[q] + shift;
            FloatVector x = broadcast(in[i]);
            c00 = x.fma(d0, c00);
            c01 = x.fma(d1, c01);
            x = broadcast(in[i + 1]);
            c10 = x.fma(d0, c10);
            c11 = x.fma(d1, c11);
            x = broadcast(in[i + 2]);
            c20 = x.fma(d0, c20);
            c21 = x.fma(d1, c21);
            x = broadcast(in[i + 3]);
            c30 = x.fma(d0, c30);
            c31 = x.fma(d1, c31);
            x = broadcast(in[i + 4]);
            c40 = x.fma(d0, c40);
            c41 = x.fma(d1, c41);
            x = broadcast(in[i + 5]);
            c50 = x.fma(d0, c50);
            c51 = x.fma(d1, c51);
            x = broadcast(in[i + 6]);
            c60 = x.fma(d0, c60);
            c61 = x.fma(d1, c61);
            x = broadcast(in[i + 7]);
            c70 = x.fma(d0, c70);
            c71 = x.fma(d1, c71);
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

    /** As {@link #wideGradient}, one vector of channels. */
    static void narrowGradient(int[] starts, int first, int end, int shift, float[] in, float[] d, float[] c,
            int cOffset, int ldc, boolean old) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c0 = zero;
        FloatVector c1 = zero;
        FloatVector c2 = zero;
        FloatVector c3 = zero;
        FloatVector c4 = zero;
        FloatVector c5 = zero;
        FloatVector c6 = zero;
        FloatVector c7 = zero;
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
        for (int q = first; q < end; q++) {
            FloatVector d0 = load(d, (q - first) * LANES);
            int i = starts[q] + shift;
            FloatVector x = broadcast(in[i]);
            c0 = x.fma(d0, c0);
            x = broadcast(in[i + 1]);
            c1 = x.fma(d0, c1);
            x = broadcast(in[i + 2]);
            c2 = x.fma(d0, c2);
            x = broadcast(in[i + 3]);
            c3 = x.fma(d0, c3);
            x = broadcast(in[i + 4]);
            c4 = x.fma(d0, c4);
            x = broadcast(in[i + 5]);
            c5 = x.fma(d0, c5);
            x = broadcast(in[i + 6]);
            c6 = x.fma(d0, c6);
            x = broadcast(in[i + 7]);
            c7 = x.fma(d0, c7);
        }
        int o = cOffset;
        c0.intoArray(c, o);
        c1.intoArray(c, o += ldc);
        c2.intoArray(c, o += ldc);
        c3.intoArray(c, o += ldc);
        c4.intoArray(c, o += ldc);
        c5.intoArray(c, o += ldc);
        c6.intoArray(c, o += ldc);
        c7.intoArray(c, o += ldc);
    }
}
