package org.thaw.networks.internal;

/** One row of C = A·Bᵀ: scalar sums along the rows of B, eight at once to hide the latency of a fused multiply-add. */
final class Dots {

    private Dots() {
    }

    /** C[1, n] = or += a·Bᵀ with B stored [n, k]. */
    static void row(int n, int k, float[] a, int at, float[] b, int bOffset, int ldb, float[] c, int cOffset, boolean old) {
        int j = 0;
        for (; j + 7 < n; j += 8) {
            eight(k, a, at, b, bOffset + j * ldb, ldb, c, cOffset + j, old);
        }
        for (; j < n; j++) {
            float s = old ? c[cOffset + j] : 0f;
            int o = bOffset + j * ldb;
            for (int p = 0; p < k; p++) {
                s = Math.fma(a[at + p], b[o + p], s);
            }
            c[cOffset + j] = s;
        }
    }

    private static void eight(int k, float[] a, int at, float[] b, int b0, int ldb, float[] c, int o, boolean old) {
        float s0 = old ? c[o] : 0f;
        float s1 = old ? c[o + 1] : 0f;
        float s2 = old ? c[o + 2] : 0f;
        float s3 = old ? c[o + 3] : 0f;
        float s4 = old ? c[o + 4] : 0f;
        float s5 = old ? c[o + 5] : 0f;
        float s6 = old ? c[o + 6] : 0f;
        float s7 = old ? c[o + 7] : 0f;
        int b1 = b0 + ldb;
        int b2 = b1 + ldb;
        int b3 = b2 + ldb;
        int b4 = b3 + ldb;
        int b5 = b4 + ldb;
        int b6 = b5 + ldb;
        int b7 = b6 + ldb;
        for (int p = 0; p < k; p++) {
            float x = a[at + p];
            s0 = Math.fma(x, b[b0 + p], s0);
            s1 = Math.fma(x, b[b1 + p], s1);
            s2 = Math.fma(x, b[b2 + p], s2);
            s3 = Math.fma(x, b[b3 + p], s3);
            s4 = Math.fma(x, b[b4 + p], s4);
            s5 = Math.fma(x, b[b5 + p], s5);
            s6 = Math.fma(x, b[b6 + p], s6);
            s7 = Math.fma(x, b[b7 + p], s7);
        }
        c[o] = s0;
        c[o + 1] = s1;
        c[o + 2] = s2;
        c[o + 3] = s3;
        c[o + 4] = s4;
        c[o + 5] = s5;
        c[o + 6] = s6;
        c[o + 7] = s7;
    }
}
