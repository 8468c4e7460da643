package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.ROWS;
import static org.thaw.networks.internal.VectorTiles.WIDE;

import org.thaw.networks.Patches;

/** Convolutions tile by tile, in an order that keeps what is read again in the first-level cache. */
final class VectorPatches {

    /** Patches per pass. */
    private static final int DEPTH = 128;
    /** Whether there are registers for tall tiles. */
    private static final boolean TALL = LANES == 16;

    private final float[] tile = new float[ROWS * WIDE];
    private final VectorSparsePatches sparse = new VectorSparsePatches();
    private float[] panel = new float[0];

    void addProduct(Patches patches, int m, int n, float[] in, float[] b, int bOffset, float[] c) {
        if (sparse.suits(patches, 0, m, n, in)) {
            sparse.addProduct(patches, m, n, in, b, bOffset, c);
            return;
        }
        int[] starts = patches.starts();
        int length = patches.length();
        panel = Buffers.atLeast(panel, length, WIDE);
        for (int t = 0; t < patches.runs(); t++) {
            int shift = t * patches.stride();
            int bRow = bOffset + t * length * n;
            int j = 0;
            for (; j + WIDE <= n; j += WIDE) {
                Packing.copy(length, WIDE, b, bRow + j, n, panel, 0, WIDE);
                int i = 0;
                for (; TALL && i + ROWS < m; i += VectorTallPatchTiles.PATCHES) {
                    VectorTallPatchTiles.wide(starts, i, Math.min(VectorTallPatchTiles.PATCHES, m - i), shift, length, in, panel, c, i * n + j, n);
                }
                for (; i < m; i += ROWS) {
                    VectorPatchTiles.wide(starts, i, Math.min(ROWS, m - i), shift, length, in, panel, c, i * n + j, n);
                }
            }
            for (; j + LANES <= n; j += LANES) {
                Packing.copy(length, LANES, b, bRow + j, n, panel, 0, LANES);
                for (int i = 0; i < m; i += ROWS) {
                    VectorPatchTiles.narrow(starts, i, Math.min(ROWS, m - i), shift, length, in, panel, c, i * n + j, n);
                }
            }
            for (int i = 0; i < m && j < n; i++) {
                few(starts[i] + shift, length, in, b, bRow, c, i * n, j, n);
            }
        }
    }

    /** The last few channels, fewer than a vector: scalar sums, two at once. */
    private static void few(int at, int length, float[] in, float[] b, int bRow, float[] c, int cRow, int from, int n) {
        int j = from;
        for (; j + 1 < n; j += 2) {
            float s0 = c[cRow + j];
            float s1 = c[cRow + j + 1];
            for (int p = 0, q = bRow + j; p < length; p++, q += n) {
                float x = in[at + p];
                s0 = Math.fma(x, b[q], s0);
                s1 = Math.fma(x, b[q + 1], s1);
            }
            c[cRow + j] = s0;
            c[cRow + j + 1] = s1;
        }
        for (; j < n; j++) {
            float s = c[cRow + j];
            for (int p = 0, q = bRow + j; p < length; p++, q += n) {
                s = Math.fma(in[at + p], b[q], s);
            }
            c[cRow + j] = s;
        }
    }

    void gradient(Patches patches, int first, int m, int n, float[] in, float[] d, float[] c, int cOffset,
            boolean accumulate) {
        if (sparse.suits(patches, first, m, n, in)) {
            sparse.gradient(patches, first, m, n, in, d, c, cOffset, accumulate);
            return;
        }
        for (int from = first; from < first + m; from += DEPTH) {
            int end = Math.min(first + m, from + DEPTH);
            boolean old = accumulate || from > first;
            int j = 0;
            for (; j + LANES <= n; j += n - j >= WIDE ? WIDE : LANES) {
                int width = n - j >= WIDE ? WIDE : LANES;
                panel = Buffers.atLeast(panel, DEPTH, WIDE);
                Packing.copy(end - from, width, d, from * n + j, n, panel, 0, width);
                for (int t = 0; t < patches.runs(); t++) {
                    int p = 0;
                    for (; TALL && width == WIDE && p + VectorTallPatchTiles.VALUES <= patches.length(); p += VectorTallPatchTiles.VALUES) {
                        VectorTallPatchTiles.wideGradient(patches.starts(), from, end, t * patches.stride() + p, in, panel, c,
                                cOffset + (t * patches.length() + p) * n + j, n, old);
                    }
                    for (; p < patches.length(); p += ROWS) {
                        place(patches.starts(), from, end, t * patches.stride() + p, Math.min(ROWS, patches.length() - p), width,
                                in, c, cOffset + (t * patches.length() + p) * n + j, n, old);
                    }
                }
            }
            if (j < n) {
                fewGradients(patches, from, end, j, n, in, d, c, cOffset, old);
            }
        }
    }

    private void place(int[] starts, int from, int end, int shift, int rows, int width, float[] in, float[] c, int cOffset,
            int n, boolean old) {
        if (rows == ROWS) {
            multiply(starts, from, end, shift, width, in, c, cOffset, n, old);
            return;
        }
        if (old) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(c, cOffset + r * n, tile, r * WIDE, width);
            }
        }
        multiply(starts, from, end, shift, width, in, tile, 0, WIDE, old);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(tile, r * WIDE, c, cOffset + r * n, width);
        }
    }

    private void multiply(int[] starts, int from, int end, int shift, int width, float[] in, float[] c, int cOffset, int ldc,
            boolean old) {
        if (width == WIDE) {
            VectorPatchTiles.wideGradient(starts, from, end, shift, in, panel, c, cOffset, ldc, old);
        } else {
            VectorPatchTiles.narrowGradient(starts, from, end, shift, in, panel, c, cOffset, ldc, old);
        }
    }

    private static void fewGradients(Patches patches, int from, int end, int first, int n, float[] in, float[] d, float[] c,
            int cOffset, boolean old) {
        int[] starts = patches.starts();
        for (int i = 0; i < patches.size(); i++) {
            int shift = i / patches.length() * patches.stride() + i % patches.length();
            for (int j = first; j < n; j++) {
                int o = cOffset + i * n + j;
                float s = old ? c[o] : 0f;
                for (int q = from; q < end; q++) {
                    s = Math.fma(in[starts[q] + shift], d[q * n + j], s);
                }
                c[o] = s;
            }
        }
    }
}
