package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.ROWS;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.WIDE;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.thaw.networks.Kernels;

/**
 * Kernels on the Vector API: packed, register-tiled products in the manner of Goto and van de Geijn (2008), "Anatomy
 * of high-performance matrix multiplication". Loaded by name only, see {@link KernelChoice}.
 */
public final class VectorKernels implements Kernels {

    /** Length of k per pass: one packed panel of B then fits the first-level cache. */
    private static final int DEPTH = 256;
    /** From this many rows on, packing pays. */
    private static final int PACKED_ROWS = 4;
    /** Up to this length of k, packing costs more than it saves. */
    private static final int SHORT_SUMS = 2;

    private final float[] panel = new float[DEPTH * WIDE];
    private final float[] tile = new float[ROWS * WIDE];
    private float[] packedA = new float[0];

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public boolean reproducible() {
        return true;
    }

    @Override
    public Kernels another() {
        return new VectorKernels();
    }

    @Override
    public void sgemm(Form form, int m, int n, int k, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb,
            float[] c, int cOffset, int ldc, boolean accumulate) {
        Shapes.check(form, m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
        int aRow = form == Form.TN ? 1 : lda;
        int aColumn = form == Form.TN ? lda : 1;
        if (m < PACKED_ROWS || k <= SHORT_SUMS && form != Form.NT) {
            for (int i = 0; i < m; i++) {
                if (form == Form.NT) {
                    dots(n, k, a, aOffset + i * aRow, b, bOffset, ldb, c, cOffset + i * ldc, accumulate);
                } else {
                    row(n, k, a, aOffset + i * aRow, aColumn, b, bOffset, ldb, c, cOffset + i * ldc, accumulate);
                }
            }
            return;
        }
        int strips = (m + ROWS - 1) / ROWS;
        int space = strips * ROWS * Math.min(k, DEPTH);
        if (packedA.length < space) {
            packedA = new float[space];
        }
        // at least one pass, so that k = 0 also writes its zeros
        for (int p = 0; p == 0 || p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            packA(form, m, depth, a, aOffset + p * aColumn, lda);
            for (int j = 0; j < n; j += WIDE) {
                int columns = Math.min(WIDE, n - j);
                int width = columns > LANES ? WIDE : LANES;
                packB(form, depth, columns, width, b, form == Form.NT ? bOffset + j * ldb + p : bOffset + p * ldb + j, ldb);
                column(m, depth, columns, width, c, cOffset + j, ldc, accumulate || p > 0);
            }
        }
    }

    private void packA(Form form, int m, int depth, float[] a, int aOffset, int lda) {
        for (int i = 0; i < m; i += ROWS) {
            int rows = Math.min(ROWS, m - i);
            if (form == Form.TN && rows == ROWS) {
                Packing.copy8(depth, a, aOffset + i, lda, packedA, i * depth);
            } else if (form == Form.TN) {
                Packing.copy(depth, rows, a, aOffset + i, lda, packedA, i * depth, ROWS);
            } else {
                Packing.transpose8(depth, rows, a, aOffset + i * lda, lda, packedA, i * depth, ROWS);
            }
        }
    }

    private void packB(Form form, int depth, int columns, int width, float[] b, int at, int ldb) {
        if (form == Form.NT) {
            for (int j = 0; j < width; j += 8) {
                Packing.transpose8(depth, Math.max(0, Math.min(8, columns - j)), b, at + j * ldb, ldb, panel, j, width);
            }
        } else if (columns == WIDE) {
            for (int p = 0; p < depth; p++) {
                FloatVector.fromArray(SPECIES, b, at + p * ldb).intoArray(panel, p * WIDE);
                FloatVector.fromArray(SPECIES, b, at + p * ldb + LANES).intoArray(panel, p * WIDE + LANES);
            }
        } else {
            Packing.copy(depth, columns, b, at, ldb, panel, 0, width);
        }
    }

    /** One panel of columns of C, from the packed A and B. */
    private void column(int m, int depth, int columns, int width, float[] c, int cOffset, int ldc, boolean old) {
        for (int i = 0; i < m; i += ROWS) {
            int rows = Math.min(ROWS, m - i);
            int at = cOffset + i * ldc;
            if (rows == ROWS && columns == width) {
                multiply(width, depth, i * depth, c, at, ldc, old);
            } else {
                if (old) {
                    copy(rows, columns, c, at, ldc, tile, 0, WIDE);
                }
                multiply(width, depth, i * depth, tile, 0, WIDE, old);
                copy(rows, columns, tile, 0, WIDE, c, at, ldc);
            }
        }
    }

    private void multiply(int width, int depth, int aOffset, float[] c, int cOffset, int ldc, boolean old) {
        if (width == WIDE) {
            VectorTiles.wide(depth, packedA, aOffset, panel, c, cOffset, ldc, old);
        } else {
            VectorTiles.narrow(depth, packedA, aOffset, panel, c, cOffset, ldc, old);
        }
    }

    private static void copy(int rows, int columns, float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, at + r * stride, to, toAt + r * toStride, columns);
        }
    }

    /**
     * One row of C where B is stored row by row. The last columns are computed as the end of a whole vector that
     * overlaps its neighbour: beside the row first, since the sums may start from C.
     */
    private void row(int n, int k, float[] a, int at, int step, float[] b, int bOffset, int ldb, float[] c,
            int cOffset, boolean old) {
        int lanes = n >= 4 * LANES ? 4 * LANES : LANES;
        if (n < lanes) {
            scalarRow(n, k, a, at, step, b, bOffset, ldb, c, cOffset, old);
            return;
        }
        int rest = n % lanes;
        if (rest != 0) {
            if (old) {
                System.arraycopy(c, cOffset + n - lanes, tile, 0, lanes);
            }
            row(lanes, k, a, at, step, b, bOffset + n - lanes, ldb, tile, 0, old, lanes);
        }
        row(n - rest, k, a, at, step, b, bOffset, ldb, c, cOffset, old, lanes);
        System.arraycopy(tile, lanes - rest, c, cOffset + n - rest, rest);
    }

    private static void row(int n, int k, float[] a, int at, int step, float[] b, int bOffset, int ldb, float[] c,
            int cOffset, boolean old, int lanes) {
        for (int j = 0; j < n; j += lanes) {
            if (lanes == LANES) {
                VectorTiles.row1(k, a, at, step, b, bOffset + j, ldb, c, cOffset + j, old);
            } else {
                VectorTiles.row4(k, a, at, step, b, bOffset + j, ldb, c, cOffset + j, old);
            }
        }
    }

    private static void scalarRow(int n, int k, float[] a, int at, int step, float[] b, int bOffset, int ldb,
            float[] c, int cOffset, boolean old) {
        if (!old) {
            Arrays.fill(c, cOffset, cOffset + n, 0f);
        }
        for (int p = 0; p < k; p++) {
            float x = a[at + p * step];
            int o = bOffset + p * ldb;
            for (int i = 0; i < n; i++) {
                c[cOffset + i] = Math.fma(x, b[o + i], c[cOffset + i]);
            }
        }
    }

    /** One row of C where B is stored transposed: scalar sums, four at once. */
    private static void dots(int n, int k, float[] a, int at, float[] b, int bOffset, int ldb, float[] c, int cOffset,
            boolean old) {
        int j = 0;
        for (; j + 3 < n; j += 4) {
            int o = cOffset + j;
            float s0 = old ? c[o] : 0f;
            float s1 = old ? c[o + 1] : 0f;
            float s2 = old ? c[o + 2] : 0f;
            float s3 = old ? c[o + 3] : 0f;
            int b0 = bOffset + j * ldb;
            int b1 = b0 + ldb;
            int b2 = b1 + ldb;
            int b3 = b2 + ldb;
            for (int p = 0; p < k; p++) {
                float x = a[at + p];
                s0 = Math.fma(x, b[b0 + p], s0);
                s1 = Math.fma(x, b[b1 + p], s1);
                s2 = Math.fma(x, b[b2 + p], s2);
                s3 = Math.fma(x, b[b3 + p], s3);
            }
            c[o] = s0;
            c[o + 1] = s1;
            c[o + 2] = s2;
            c[o + 3] = s3;
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

    @Override
    public void rectify(int n, float[] in, float[] out) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            FloatVector.fromArray(SPECIES, in, i).max(0f).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Math.max(in[i], 0f);
        }
    }

    @Override
    public void rectifyGradient(int n, float[] out, float[] outGradient, float[] inGradient) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            VectorMask<Float> positive = FloatVector.fromArray(SPECIES, out, i).compare(VectorOperators.GT, 0f);
            FloatVector.zero(SPECIES).blend(FloatVector.fromArray(SPECIES, outGradient, i), positive)
                    .intoArray(inGradient, i);
        }
        for (; i < n; i++) {
            inGradient[i] = out[i] > 0 ? outGradient[i] : 0f;
        }
    }
}
