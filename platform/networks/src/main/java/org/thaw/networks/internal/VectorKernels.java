package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.ROWS;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.WIDE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.thaw.networks.Kernels;
import org.thaw.networks.Patches;
import org.thaw.networks.SequenceKernels;

/**
 * Kernels on the Vector API: register-tiled products, packed where it pays, in the manner of Goto and van de Geijn (2008),
 * "Anatomy of high-performance matrix multiplication". Loaded by name only, see {@link KernelChoice}.
 */
public final class VectorKernels implements Kernels {

    /** Length of k per pass: one packed panel of B then fits the first-level cache. */
    private static final int DEPTH = 256;
    /** Up to so many strips of rows, or sums of that length, packing B costs more than it saves. */
    private static final int UNPACKED_STRIPS = 4;
    private static final int UNPACKED_DEPTH = 32;
    /** Up to so many columns of C, A is read where it lies in the tiles of eight rows. */
    private static final int FEW_COLUMNS = 256;
    /** A part of B or C of so many values stays in the first-level cache. */
    private static final int CACHED = 8192;
    /** At least so many rows of a transposed C at once: less would not repay reading all of the other factor again. */
    private static final int TURNED_ROWS = 64;

    private final float[] panel = new float[DEPTH * WIDE];
    private final float[] tile = new float[ROWS * WIDE];
    private final NonZeros terms = new NonZeros();
    private final VectorPatches convolutions = new VectorPatches();
    private final SequenceKernels sequences = LANES <= SequenceKernels.PARTS ? new VectorSequences() : new PlainSequences();
    private float[] packedA = new float[0];
    private float[] turnedA = new float[0];
    private float[] turnedC = new float[0];

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
        if (k == 1 && form != Form.NT && m >= FEW_ROWS) {
            VectorRows.outer(m, n, a, aOffset, aRow, b, bOffset, c, cOffset, ldc, accumulate);
            return;
        }
        if (m < FEW_ROWS) {
            for (int i = 0; i < m; i++) {
                if (form == Form.NT) {
                    Dots.row(n, k, a, aOffset + i * aRow, b, bOffset, ldb, c, cOffset + i * ldc, accumulate);
                } else {
                    VectorRows.row(terms, n, k, a, aOffset + i * aRow, aColumn, b, bOffset, ldb, c, cOffset + i * ldc, accumulate);
                }
            }
            return;
        }
        if (form == Form.NN && n >= VectorBroadTiles.COLUMNS && n <= VectorBroadTiles.MOST_COLUMNS) {
            int rows = m - m % VectorBroadTiles.ROWS;
            int columns = n - n % VectorBroadTiles.COLUMNS;
            VectorBroadTiles.product(rows, columns, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, accumulate);
            if (columns < n) {
                sgemm(form, m, n - columns, k, a, aOffset, lda, b, bOffset + columns, ldb, c, cOffset + columns, ldc, accumulate);
            }
            if (rows < m) {
                packed(form, m - rows, columns, k, a, aOffset + rows * lda, lda, b, bOffset, ldb, c, cOffset + rows * ldc, ldc, accumulate);
            }
            return;
        }
        if (form != Form.NT && n <= FEW_COLUMNS && n >= LANES && m >= ROWS) {
            int rows = m - m % ROWS;
            int columns = n - n % LANES;
            inPlace(form, rows, columns, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, accumulate);
            if (columns < n) {
                packed(form, rows, n - columns, k, a, aOffset, lda, b, bOffset + columns, ldb, c, cOffset + columns, ldc, accumulate);
            }
            if (rows < m) {
                packed(form, m - rows, n, k, a, aOffset + rows * aRow, lda, b, bOffset, ldb, c, cOffset + rows * ldc, ldc, accumulate);
            }
            return;
        }
        // rows are turned eight at a time, also where a vector has room for less
        int block = Math.max(LANES, 8);
        int width = (m + block - 1) / block * block;
        if (form == Form.NT && !accumulate && m >= LANES / 2 && n >= ROWS && 2L * width * (n + k) <= (long) n * k) {
            turned(m, n, k, width, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
            return;
        }
        packed(form, m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, accumulate);
    }

    /**
     * A·Bᵀ as the transpose of B·Aᵀ, which has the same sums in the same order: with few rows of A, to transpose them and C costs less than to pack B. C is made in parts, which
     * with up to 64 rows of A stay in the first-level cache until they are transposed.
     */
    private void turned(int m, int n, int k, int width, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb, float[] c,
            int cOffset, int ldc) {
        int part = Math.max(TURNED_ROWS, CACHED / 2 / width / ROWS * ROWS);
        turnedA = Buffers.atLeast(turnedA, k, width);
        turnedC = Buffers.atLeast(turnedC, part + ROWS, width);
        for (int i = 0; i < m; i += 8) {
            Packing.transpose8(k, Math.min(8, m - i), a, aOffset + i * lda, lda, turnedA, i, width);
        }
        for (int j = 0, rows; j < n; j += rows) {
            // a few that are left go with the last part: a product of few rows would pass over zeros
            rows = n - j < part + ROWS ? n - j : part;
            sgemm(Form.NN, rows, width, k, b, bOffset + j * ldb, ldb, turnedA, 0, width, turnedC, 0, width, false);
            turnBack(m, rows, width, c, cOffset + j, ldc);
        }
    }

    /** C [m, n] from its transpose. */
    private void turnBack(int m, int n, int width, float[] c, int cOffset, int ldc) {
        int whole = n - n % 8;
        for (int i = 0; i < m; i += 8) {
            // eight rows of C at once: rows a power of two apart share their place in a cache
            for (int j = 0; j < whole; j += 8) {
                Packing.transpose8(Math.min(8, m - i), 8, turnedC, j * width + i, width, c, cOffset + i * ldc + j, ldc);
            }
        }
        for (int j = whole; j < n; j++) {
            for (int i = 0; i < m; i++) {
                c[cOffset + i * ldc + j] = turnedC[j * width + i];
            }
        }
    }

    /** Whole tiles with A read where it lies; so is B, where few rows would not repay its packing. */
    private void inPlace(Form form, int m, int n, int k, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb,
            float[] c, int cOffset, int ldc, boolean accumulate) {
        int aRow = form == Form.TN ? ROWS : ROWS * lda;
        int aColumn = form == Form.TN ? lda : 1;
        boolean where = m <= UNPACKED_STRIPS * ROWS || k <= UNPACKED_DEPTH || ldb <= WIDE;
        for (int p = 0; p == 0 || p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            boolean old = accumulate || p > 0;
            for (int j = 0; j < n; j += WIDE) {
                int width = Math.min(WIDE, n - j);
                float[] right = b;
                int at = bOffset + p * ldb + j;
                int step = ldb;
                if (!where) {
                    packB(form, depth, width, width, b, at, ldb);
                    right = panel;
                    at = 0;
                    step = width;
                }
                for (int i = 0, from = aOffset + p * aColumn, to = cOffset + j; i < m; i += ROWS, from += aRow, to += ROWS * ldc) {
                    if (form == Form.TN) {
                        if (width == WIDE) {
                            VectorTurnedTiles.wide(depth, a, from, lda, right, at, step, c, to, ldc, old);
                        } else {
                            VectorTurnedTiles.narrow(depth, a, from, lda, right, at, step, c, to, ldc, old);
                        }
                    } else if (width == WIDE) {
                        VectorRowTiles.wide(depth, a, from, lda, right, at, step, c, to, ldc, old);
                    } else {
                        VectorRowTiles.narrow(depth, a, from, lda, right, at, step, c, to, ldc, old);
                    }
                }
            }
        }
    }

    private void packed(Form form, int m, int n, int k, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb,
            float[] c, int cOffset, int ldc, boolean accumulate) {
        int aColumn = form == Form.TN ? lda : 1;
        int strips = (m + ROWS - 1) / ROWS;
        boolean unpacked = form != Form.NT && n >= LANES && (strips <= UNPACKED_STRIPS || k <= UNPACKED_DEPTH);
        int longest = unpacked ? DEPTH / 2 : DEPTH;
        int space = strips * ROWS * Math.min(k, longest);
        if (packedA.length < space) {
            packedA = new float[space];
        }
        // at least one pass, so that k = 0 also writes its zeros
        for (int p = 0; p == 0 || p < k; p += longest) {
            int depth = Math.min(longest, k - p);
            packA(form, m, depth, a, aOffset + p * aColumn, lda);
            boolean old = accumulate || p > 0;
            if (!unpacked) {
                for (int j = 0; j < n; j += WIDE) {
                    int columns = Math.min(WIDE, n - j);
                    int width = columns > LANES ? WIDE : LANES;
                    packB(form, depth, columns, width, b, form == Form.NT ? bOffset + j * ldb + p : bOffset + p * ldb + j, ldb);
                    column(m, depth, columns, width, c, cOffset + j, ldc, old);
                }
            } else if (depth * n <= CACHED) {
                for (int i = 0; i < m; i += ROWS) {
                    unpacked(i, Math.min(ROWS, m - i), 0, n, depth, b, bOffset + p * ldb, ldb, c, cOffset, ldc, old);
                }
            } else {
                for (int j = 0; j < n; j += WIDE) {
                    for (int i = 0; i < m; i += ROWS) {
                        unpacked(i, Math.min(ROWS, m - i), j, Math.min(n, j + WIDE), depth, b, bOffset + p * ldb, ldb, c,
                                cOffset, ldc, old);
                    }
                }
            }
        }
    }

    /**
     * Rows i … i+rows of C and columns from … to, with B read where it lies. A last, broken panel reaches back over its
     * neighbour and keeps only what is new.
     */
    private void unpacked(int i, int rows, int from, int to, int depth, float[] b, int bOffset, int ldb, float[] c,
            int cOffset, int ldc, boolean old) {
        for (int j = from; j < to; j += WIDE) {
            int columns = Math.min(WIDE, to - j);
            int width = columns > LANES && to >= WIDE ? WIDE : LANES;
            if (columns > width) {
                // between one and two vectors in all: no wide panel has room to reach back
                unpacked(i, rows, j, j + LANES, depth, b, bOffset, ldb, c, cOffset, ldc, old);
                j += LANES;
                columns -= LANES;
            }
            int shift = width - columns;
            place(rows, columns, width, shift, depth, i * depth, b, bOffset + j - shift, ldb, c, cOffset + i * ldc + j, ldc, old);
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
                Packing.transpose8(depth, Math.max(1, Math.min(8, columns - j)), b, at + Math.min(j, columns - 1) * ldb, ldb, panel, j, width);
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
            place(Math.min(ROWS, m - i), columns, width, 0, depth, i * depth, panel, 0, width, c, cOffset + i * ldc, ldc, old);
        }
    }

    /** One tile, of which the given rows and the columns from {@code shift} on are wanted; C begins with the first wanted one. */
    private void place(int rows, int columns, int width, int shift, int depth, int aOffset, float[] b, int bOffset, int ldb,
            float[] c, int cOffset, int ldc, boolean old) {
        if (rows == ROWS && columns == width) {
            multiply(width, ROWS, depth, aOffset, b, bOffset, ldb, c, cOffset, ldc, old);
        } else if (rows == ROWS && columns + shift == width && !old) {
            // the neighbour has the same whole sums
            multiply(width, ROWS, depth, aOffset, b, bOffset, ldb, c, cOffset - shift, ldc, false);
        } else {
            if (old) {
                copy(rows, columns, c, cOffset, ldc, tile, shift, WIDE);
            }
            multiply(width, rows, depth, aOffset, b, bOffset, ldb, tile, 0, WIDE, old);
            copy(rows, columns, tile, shift, WIDE, c, cOffset, ldc);
        }
    }

    private void multiply(int width, int rows, int depth, int aOffset, float[] b, int bOffset, int ldb, float[] c,
            int cOffset, int ldc, boolean old) {
        if (width != WIDE) {
            VectorTiles.narrow(depth, packedA, aOffset, b, bOffset, ldb, c, cOffset, ldc, old);
        } else if (rows <= ROWS / 2) {
            VectorTiles.half(depth, packedA, aOffset, b, bOffset, ldb, c, cOffset, ldc, old);
        } else {
            VectorTiles.wide(depth, packedA, aOffset, b, bOffset, ldb, c, cOffset, ldc, old);
        }
    }

    private static void copy(int rows, int columns, float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        for (int r = 0; r < rows; r++) {
            // too short for arraycopy
            for (int j = 0; j < columns; j++) {
                to[toAt + r * toStride + j] = from[at + r * stride + j];
            }
        }
    }

    @Override
    public void addPatchProduct(Patches patches, int m, int n, float[] in, float[] b, int bOffset, float[] c) {
        convolutions.addProduct(patches, m, n, in, b, bOffset, c);
    }

    @Override
    public void patchGradient(Patches patches, int first, int m, int n, float[] in, float[] d, float[] c, int cOffset,
            boolean accumulate) {
        convolutions.gradient(patches, first, m, n, in, d, c, cOffset, accumulate);
    }

    @Override
    public SequenceKernels sequences() {
        return sequences;
    }

    @Override
    public void affine(int rows, int n, float[] in, int offset, float[] scale, float[] shift, float[] out) {
        VectorColumns.affine(rows, n, in, offset, scale, shift, out);
    }

    @Override
    public void combine(int rows, int n, float[] a, float[] p, float[] b, float[] q, float[] shift, float[] out) {
        VectorColumns.combine(rows, n, a, p, b, q, shift, out);
    }

    @Override
    public void columnSquares(int rows, int n, float[] in, int offset, float[] centre, float[] sums) {
        VectorColumns.squares(rows, n, in, offset, centre, sums);
    }

    @Override
    public void columnProducts(int rows, int n, float[] a, float[] b, float[] sums) {
        VectorColumns.products(rows, n, a, b, sums);
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
