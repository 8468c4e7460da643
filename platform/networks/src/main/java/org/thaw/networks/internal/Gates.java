package org.thaw.networks.internal;

/** Gated recurrent units in scalars. */
final class Gates {

    private Gates() {
    }

    /** One row, see {@link org.thaw.networks.SequenceKernels#gates}. */
    static void row(int width, float[] x, int xAt, float[] s, int sAt, float[] old, int oldAt, float[] out, int outAt) {
        for (int c = 0; c < 2 * width; c++) {
            x[xAt + c] = Exponential.sigmoid(x[xAt + c] + s[sAt + c]);
        }
        candidates(0, width, x, xAt, s, sAt, old, oldAt, out, outAt);
    }

    /** n and h′ of units {@code first} to {@code width}, where r and z are known. */
    static void candidates(int first, int width, float[] x, int xAt, float[] s, int sAt, float[] old, int oldAt, float[] out, int outAt) {
        for (int c = first; c < width; c++) {
            int i = xAt + 2 * width + c;
            float n = Exponential.tanh(Math.fma(x[xAt + c], s[sAt + 2 * width + c], x[i]));
            x[i] = n;
            out[outAt + c] = Math.fma(x[xAt + width + c], old[oldAt + c] - n, n);
        }
    }

    /**
     * The way back of whole rows. With δ the derivative by h′: ∂n = δ·(1 − z), ∂z = δ·(h − n), ∂h = δ·z, and on through tanh and σ.
     *
     * @param x     rows of [r, z, n]
     * @param s     rows of [h_r, h_z, h_n]
     * @param dx    gets the derivatives by [x_r, x_z, x_n], in the same places
     * @param ds    gets the derivatives by [h_r, h_z, h_n]
     * @param delta rows of δ; get ∂h but for what comes back through s
     */
    static void back(int rows, int width, float[] x, float[] s, int at, float[] old, int oldAt, float[] dx, float[] ds,
            float[] delta) {
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < width; c++) {
                int i = at + row * 3 * width + c;
                int u = row * width + c;
                float r = x[i];
                float z = x[i + width];
                float n = x[i + 2 * width];
                float d = delta[u];
                float back = d * (1f - z) * (1f - n * n);
                float reset = back * s[i + 2 * width] * (r * (1f - r));
                float update = d * (old[oldAt + u] - n) * (z * (1f - z));
                dx[i] = reset;
                dx[i + width] = update;
                dx[i + 2 * width] = back;
                ds[i] = reset;
                ds[i + width] = update;
                ds[i + 2 * width] = back * r;
                delta[u] = d * z;
            }
        }
    }
}
