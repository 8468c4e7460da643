package org.thaw.networks.internal;

import java.util.Arrays;
import org.thaw.networks.Kernels;
import org.thaw.networks.Patches;
import org.thaw.networks.SequenceKernels;

/**
 * Kernels in plain Java, written so that the JIT compiler vectorises them. It does so only for loops in which every
 * array is indexed by the loop variable alone; therefore rows of B and C are copied into arrays of their own. Four
 * rows of C and two of B per loop are the largest body that C2 of JDK 17 still unrolls to full vectors.
 */
public final class PlainKernels implements Kernels {

    /** Rows of B in flight: with rows of 400 values they fill half of a first-level cache. */
    private static final int BLOCK = 16;

    /** Rows shorter than this gain little from vectors. */
    private static final int NARROW = 48;

    private final SequenceKernels sequences = new PlainSequences();
    private float[][] bRows = new float[0][];
    private float[][] cRows = new float[0][];
    private float[] matrix = new float[0];

    private final NonZeros terms = new NonZeros();

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public boolean reproducible() {
        return true;
    }

    @Override
    public Kernels another() {
        return new PlainKernels();
    }

    @Override
    public void sgemm(Form form, int m, int n, int k, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb,
            float[] c, int cOffset, int ldc, boolean accumulate) {
        Shapes.check(form, m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
        int aRow = form == Form.TN ? 1 : lda;
        int aColumn = form == Form.TN ? lda : 1;
        int bRow = form == Form.NT ? 1 : ldb;
        int bColumn = form == Form.NT ? ldb : 1;
        if (m < FEW_ROWS && form != Form.NT) {
            for (int i = 0; i < m; i++) {
                row(n, k, a, aOffset + i * aRow, aColumn, b, bOffset, ldb, c, cOffset + i * ldc, accumulate);
            }
            return;
        }
        if (n < NARROW && n < m) {
            // Cᵀ = Bᵀ·Aᵀ has the same sums in the same order, and longer rows
            multiply(n, m, k, b, bOffset, bColumn, bRow, a, aOffset, aColumn, aRow, c, cOffset, 1, ldc, accumulate);
        } else {
            multiply(m, n, k, a, aOffset, aRow, aColumn, b, bOffset, bRow, bColumn, c, cOffset, ldc, 1, accumulate);
        }
    }

    /** One row of C of a product with few. */
    private void row(int n, int k, float[] a, int from, int step, float[] b, int bOffset, int ldb, float[] c, int cOffset, boolean accumulate) {
        if (!accumulate) {
            Arrays.fill(c, cOffset, cOffset + n, 0f);
        }
        for (int p = 0; p < k; p += NonZeros.MOST) {
            terms.read(a, from + p * step, step, Math.min(NonZeros.MOST, k - p));
            for (int i = 0; i < terms.count; i++) {
                float x = terms.values[terms.at + i];
                int row = bOffset + (p + terms.before[i]) * ldb;
                for (int j = 0; j < n; j++) {
                    c[cOffset + j] = Math.fma(x, b[row + j], c[cOffset + j]);
                }
            }
        }
        terms.release();
    }

    /** The product of matrices whose element (i, j) lies at offset + i·row + j·column. */
    private void multiply(int m, int n, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int bOffset,
            int bRow, int bColumn, float[] c, int cOffset, int cRow, int cColumn, boolean accumulate) {
        bRows = rows(bRows, BLOCK, n);
        cRows = rows(cRows, m, n);
        for (int i = 0; i < m; i++) {
            if (accumulate) {
                gather(n, c, cOffset + i * cRow, cColumn, cRows[i]);
            } else {
                Arrays.fill(cRows[i], 0, n, 0f);
            }
        }
        for (int p = 0; p < k; p += BLOCK) {
            int depth = Math.min(BLOCK, k - p);
            for (int q = 0; q < depth; q++) {
                gather(n, b, bOffset + (p + q) * bRow, bColumn, bRows[q]);
            }
            block(m, n, depth, a, aOffset + p * aColumn, aRow, aColumn);
        }
        for (int i = 0; i < m; i++) {
            float[] row = cRows[i];
            int at = cOffset + i * cRow;
            if (cColumn == 1) {
                System.arraycopy(row, 0, c, at, n);
            } else {
                for (int j = 0; j < n; j++) {
                    c[at + j * cColumn] = row[j];
                }
            }
        }
    }

    private static void gather(int n, float[] from, int at, int step, float[] to) {
        if (step == 1) {
            System.arraycopy(from, at, to, 0, n);
        } else {
            for (int j = 0; j < n; j++) {
                to[j] = from[at + j * step];
            }
        }
    }

    /** Adds the terms of {@code depth} values of k to all rows of C. */
    private void block(int m, int n, int depth, float[] a, int aOffset, int aRow, int aColumn) {
        int i = 0;
        for (; i + 3 < m; i += 4) {
            int at = aOffset + i * aRow;
            int q = 0;
            for (; q + 1 < depth; q += 2, at += 2 * aColumn) {
                tile(n, cRows[i], cRows[i + 1], cRows[i + 2], cRows[i + 3], bRows[q], bRows[q + 1],
                        a[at], a[at + aColumn], a[at + aRow], a[at + aRow + aColumn],
                        a[at + 2 * aRow], a[at + 2 * aRow + aColumn], a[at + 3 * aRow], a[at + 3 * aRow + aColumn]);
            }
            if (q < depth) {
                for (int r = 0; r < 4; r++) {
                    row(n, cRows[i + r], bRows[q], a[at + r * aRow]);
                }
            }
        }
        for (; i < m; i++) {
            int at = aOffset + i * aRow;
            int q = 0;
            for (; q + 3 < depth; q += 4, at += 4 * aColumn) {
                row(n, cRows[i], bRows[q], bRows[q + 1], bRows[q + 2], bRows[q + 3],
                        a[at], a[at + aColumn], a[at + 2 * aColumn], a[at + 3 * aColumn]);
            }
            for (; q < depth; q++, at += aColumn) {
                row(n, cRows[i], bRows[q], a[at]);
            }
        }
    }

    private static void tile(int n, float[] c0, float[] c1, float[] c2, float[] c3, float[] b0, float[] b1,
            float a00, float a01, float a10, float a11, float a20, float a21, float a30, float a31) {
        for (int j = 0; j < n; j++) {
            float x = b0[j];
            float y = b1[j];
            c0[j] = Math.fma(a01, y, Math.fma(a00, x, c0[j]));
            c1[j] = Math.fma(a11, y, Math.fma(a10, x, c1[j]));
            c2[j] = Math.fma(a21, y, Math.fma(a20, x, c2[j]));
            c3[j] = Math.fma(a31, y, Math.fma(a30, x, c3[j]));
        }
    }

    private static void row(int n, float[] c, float[] b0, float[] b1, float[] b2, float[] b3,
            float a0, float a1, float a2, float a3) {
        for (int j = 0; j < n; j++) {
            c[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j]))));
        }
    }

    private static void row(int n, float[] c, float[] b, float a) {
        for (int j = 0; j < n; j++) {
            c[j] = Math.fma(a, b[j], c[j]);
        }
    }

    private static float[][] rows(float[][] old, int count, int length) {
        int known = old.length;
        float[][] rows = known >= count ? old : Arrays.copyOf(old, count);
        for (int i = 0; i < count; i++) {
            if (i >= known || rows[i].length < length) {
                rows[i] = new float[length];
            }
        }
        return rows;
    }

    @Override
    public void addPatchProduct(Patches patches, int m, int n, float[] in, float[] b, int bOffset, float[] c) {
        int size = patches.size();
        gather(patches, 0, m, in);
        sgemm(Form.NN, m, n, size, matrix, 0, size, b, bOffset, n, c, 0, n, true);
    }

    @Override
    public void patchGradient(Patches patches, int first, int m, int n, float[] in, float[] d, float[] c, int cOffset,
            boolean accumulate) {
        int size = patches.size();
        gather(patches, first, m, in);
        sgemm(Form.TN, size, n, m, matrix, 0, size, d, first * n, n, c, cOffset, n, accumulate);
    }

    /** Writes the patches out as a matrix. */
    private void gather(Patches patches, int first, int m, float[] in) {
        matrix = Buffers.atLeast(matrix, m, patches.size());
        int to = 0;
        for (int i = first; i < first + m; i++) {
            int from = patches.starts()[i];
            for (int t = 0; t < patches.runs(); t++, from += patches.stride(), to += patches.length()) {
                System.arraycopy(in, from, matrix, to, patches.length());
            }
        }
    }

    @Override
    public SequenceKernels sequences() {
        return sequences;
    }

    @Override
    public void affine(int rows, int n, float[] in, int offset, float[] scale, float[] shift, float[] out) {
        PlainColumns.affine(rows, n, in, offset, scale, shift, out, 0);
    }

    @Override
    public void combine(int rows, int n, float[] a, float[] p, float[] b, float[] q, float[] shift, float[] out) {
        PlainColumns.combine(rows, n, a, p, b, q, shift, out, 0);
    }

    @Override
    public void columnSquares(int rows, int n, float[] in, int offset, float[] centre, float[] sums) {
        PlainColumns.squares(rows, n, in, offset, centre, sums, 0);
    }

    @Override
    public void columnProducts(int rows, int n, float[] a, float[] b, float[] sums) {
        PlainColumns.products(rows, n, a, b, sums, 0);
    }

    @Override
    public void rectify(int n, float[] in, float[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(in[i], 0f);
        }
    }

    @Override
    public void rectifyGradient(int n, float[] out, float[] outGradient, float[] inGradient) {
        for (int i = 0; i < n; i++) {
            // a mask instead of a branch: the sign of an activation cannot be predicted
            int positive = out[i] > 0 ? -1 : 0;
            inGradient[i] = Float.intBitsToFloat(Float.floatToRawIntBits(outGradient[i]) & positive);
        }
    }
}
