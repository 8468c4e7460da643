package org.thaw.networks.internal;

import org.thaw.networks.Kernels;

/** Checks that the operands of a product fit their arrays, once, so that inner loops need no checks of their own. */
final class Shapes {

    private Shapes() {
    }

    static void check(Kernels.Form form, int m, int n, int k, float[] a, int aOffset, int lda, float[] b, int bOffset,
            int ldb, float[] c, int cOffset, int ldc) {
        if (m < 0 || n < 0 || k < 0) {
            throw new IllegalArgumentException("sgemm of a negative size: m=" + m + " n=" + n + " k=" + k);
        }
        boolean aTransposed = form == Kernels.Form.TN;
        boolean bTransposed = form == Kernels.Form.NT;
        check("A", a, aOffset, aTransposed ? k : m, aTransposed ? m : k, lda);
        check("B", b, bOffset, bTransposed ? n : k, bTransposed ? k : n, ldb);
        check("C", c, cOffset, m, n, ldc);
    }

    private static void check(String name, float[] array, int offset, int rows, int columns, int stride) {
        if (stride < columns) {
            throw new IndexOutOfBoundsException("sgemm: " + name + " has rows of " + columns
                    + " values, but only " + stride + " from one row to the next");
        }
        if (rows == 0 || columns == 0) {
            return;
        }
        long end = offset + (rows - 1L) * stride + columns;
        if (offset < 0 || end > array.length) {
            throw new IndexOutOfBoundsException("sgemm: " + name + " [" + rows + ", " + columns + "] from index "
                    + offset + " with stride " + stride + " needs an array of " + end + ", not " + array.length);
        }
    }
}
