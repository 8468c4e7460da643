package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.load;

import jdk.incubator.vector.FloatVector;

/**
 * Column-wise loops, up to four vectors of columns side by side so that memory is read in order; what fills no vector is
 * left to {@link PlainColumns}. Where fewer than four are left, the last one is taken repeatedly.
 */
final class VectorColumns {

    private static final int FOUR = 4 * LANES;

    private VectorColumns() {
    }

    private static int whole(int n) {
        return n - n % LANES;
    }

    static void affine(int rows, int n, float[] in, int offset, float[] scale, float[] shift, float[] out) {
        int whole = whole(n);
        for (int r = 0; r < rows; r++) {
            int o = r * n;
            for (int c = 0; c < whole; c += LANES) {
                load(in, offset + o + c).fma(load(scale, c), load(shift, c)).intoArray(out, o + c);
            }
        }
        PlainColumns.affine(rows, n, in, offset, scale, shift, out, whole);
    }

    static void combine(int rows, int n, float[] a, float[] p, float[] b, float[] q, float[] shift, float[] out) {
        int whole = whole(n);
        for (int r = 0; r < rows; r++) {
            int o = r * n;
            for (int c = 0; c < whole; c += LANES) {
                FloatVector inner = load(b, o + c).fma(load(q, c), load(shift, c));
                load(a, o + c).fma(load(p, c), inner).intoArray(out, o + c);
            }
        }
        PlainColumns.combine(rows, n, a, p, b, q, shift, out, whole);
    }

    static void squares(int rows, int n, float[] in, int offset, float[] centre, float[] sums) {
        int whole = whole(n);
        for (int c = 0; c < whole; c += FOUR) {
            int last = whole - LANES;
            squares4(rows, n, in, offset, centre, sums, c, Math.min(c + LANES, last), Math.min(c + 2 * LANES, last),
                    Math.min(c + 3 * LANES, last));
        }
        PlainColumns.squares(rows, n, in, offset, centre, sums, whole);
    }

    private static void squares4(int rows, int n, float[] in, int offset, float[] centre, float[] sums, int c0, int c1,
            int c2, int c3) {
        FloatVector m0 = load(centre, c0);
        FloatVector m1 = load(centre, c1);
        FloatVector m2 = load(centre, c2);
        FloatVector m3 = load(centre, c3);
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int r = 0; r < rows; r++) {
            int o = offset + r * n;
            FloatVector d = load(in, o + c0).sub(m0);
            s0 = d.fma(d, s0);
            d = load(in, o + c1).sub(m1);
            s1 = d.fma(d, s1);
            d = load(in, o + c2).sub(m2);
            s2 = d.fma(d, s2);
            d = load(in, o + c3).sub(m3);
            s3 = d.fma(d, s3);
        }
        s0.intoArray(sums, c0);
        s1.intoArray(sums, c1);
        s2.intoArray(sums, c2);
        s3.intoArray(sums, c3);
    }

    static void products(int rows, int n, float[] a, float[] b, float[] sums) {
        int whole = whole(n);
        for (int c = 0; c < whole; c += FOUR) {
            int last = whole - LANES;
            products4(rows, n, a, b, sums, c, Math.min(c + LANES, last), Math.min(c + 2 * LANES, last),
                    Math.min(c + 3 * LANES, last));
        }
        PlainColumns.products(rows, n, a, b, sums, whole);
    }

    private static void products4(int rows, int n, float[] a, float[] b, float[] sums, int c0, int c1, int c2, int c3) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int r = 0; r < rows; r++) {
            int o = r * n;
            s0 = load(a, o + c0).fma(load(b, o + c0), s0);
            s1 = load(a, o + c1).fma(load(b, o + c1), s1);
            s2 = load(a, o + c2).fma(load(b, o + c2), s2);
            s3 = load(a, o + c3).fma(load(b, o + c3), s3);
        }
        s0.intoArray(sums, c0);
        s1.intoArray(sums, c1);
        s2.intoArray(sums, c2);
        s3.intoArray(sums, c3);
    }
}
