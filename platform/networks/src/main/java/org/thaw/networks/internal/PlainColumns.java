package org.thaw.networks.internal;

import java.util.Arrays;

/** Column-wise loops in plain Java, from column {@code first} on: whole, or the last few that fill no vector. */
final class PlainColumns {

    private PlainColumns() {
    }

    static void affine(int rows, int n, float[] in, int offset, float[] scale, float[] shift, float[] out, int first) {
        for (int r = 0, o = 0; r < rows; r++, o += n) {
            for (int c = first; c < n; c++) {
                out[o + c] = Math.fma(in[offset + o + c], scale[c], shift[c]);
            }
        }
    }

    static void combine(int rows, int n, float[] a, float[] p, float[] b, float[] q, float[] shift, float[] out, int first) {
        for (int r = 0, o = 0; r < rows; r++, o += n) {
            for (int c = first; c < n; c++) {
                out[o + c] = Math.fma(a[o + c], p[c], Math.fma(b[o + c], q[c], shift[c]));
            }
        }
    }

    static void squares(int rows, int n, float[] in, int offset, float[] centre, float[] sums, int first) {
        Arrays.fill(sums, first, n, 0f);
        for (int r = 0, o = 0; r < rows; r++, o += n) {
            for (int c = first; c < n; c++) {
                float d = in[offset + o + c] - centre[c];
                sums[c] = Math.fma(d, d, sums[c]);
            }
        }
    }

    static void products(int rows, int n, float[] a, float[] b, float[] sums, int first) {
        Arrays.fill(sums, first, n, 0f);
        for (int r = 0, o = 0; r < rows; r++, o += n) {
            for (int c = first; c < n; c++) {
                sums[c] = Math.fma(a[o + c], b[o + c], sums[c]);
            }
        }
    }
}
