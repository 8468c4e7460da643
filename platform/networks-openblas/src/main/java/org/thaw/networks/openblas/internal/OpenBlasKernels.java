package org.thaw.networks.openblas.internal;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.thaw.networks.Kernels;
import org.thaw.networks.Patches;
import org.thaw.networks.SequenceKernels;

/**
 * Large products by OpenBLAS, in the build that ND4J brings; all else by the reproducible kernels of this JVM. OpenBLAS picks its loops by the
 * processor it meets, so results differ between kinds of processors in their last bits. Operands are copied out of the heap and back, for a native
 * product cannot read arrays in place; products too small to be worth that are not handed over. Reached by name, with this constructor.
 */
public final class OpenBlasKernels implements Kernels {

    /** From so many multiply-adds on, a product outweighs its copies. */
    private static final long LARGE = 1L << 21;
    /** Fewer rows, columns or terms than this leave OpenBLAS little to reuse. */
    private static final int THIN = 16;
    /** Values of patches that are laid out at once: they stay in a second-level cache. */
    private static final int BLOCK = 1 << 17;
    /** The bundle org.thaw.nd4j reads a property of this name, too. */
    private static final String THREADS = "thaw.nd4j.threads";

    private final Kernels small;
    private final NativeMatrix left = new NativeMatrix();
    private final NativeMatrix right = new NativeMatrix();
    private final NativeMatrix product = new NativeMatrix();

    /**
     * @param small the kernels for all else
     * @throws LinkageError          if the native library is not there, or does not load
     * @throws IllegalStateException if it would be slow on this processor
     */
    public OpenBlasKernels(Kernels small) {
        this(small, true);
    }

    private OpenBlasKernels(Kernels small, boolean first) {
        this.small = small;
        if (first) {
            // one thread for each run, unless whoever starts the process wants more: threads that outnumber free cores spin against each other
            openblas_nolapack.blas_set_num_threads(Integer.getInteger(THREADS, 1));
            Core.check();
        }
    }

    @Override
    public String name() {
        return "openblas";
    }

    @Override
    public boolean reproducible() {
        return false;
    }

    @Override
    public Kernels another() {
        return new OpenBlasKernels(small.another(), false);
    }

    private static boolean large(int m, int n, int k) {
        return Math.min(Math.min(m, n), k) >= THIN && (long) m * n * k >= LARGE;
    }

    @Override
    public void sgemm(Form form, int m, int n, int k, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb,
            float[] c, int cOffset, int ldc, boolean accumulate) {
        if (!large(m, n, k)) {
            small.sgemm(form, m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, accumulate);
            return;
        }
        boolean turnedA = form == Form.TN;
        boolean turnedB = form == Form.NT;
        left.take(turnedA ? k : m, turnedA ? m : k, a, aOffset, lda);
        right.take(turnedB ? n : k, turnedB ? k : n, b, bOffset, ldb);
        if (accumulate) {
            product.take(m, n, c, cOffset, ldc);
        } else {
            product.room(m * n);
        }
        multiply(turnedA, turnedB, m, n, k, accumulate);
        product.give(m, n, c, cOffset, ldc);
    }

    private void multiply(boolean turnedA, boolean turnedB, int m, int n, int k, boolean accumulate) {
        cblas_sgemm(CblasRowMajor, turnedA ? CblasTrans : CblasNoTrans, turnedB ? CblasTrans : CblasNoTrans, m, n, k, 1f,
                left.pointer(), turnedA ? m : k, right.pointer(), turnedB ? k : n, accumulate ? 1f : 0f, product.pointer(), n);
    }

    @Override
    public void addPatchProduct(Patches patches, int m, int n, float[] in, float[] b, int bOffset, float[] c) {
        int size = patches.size();
        if (!large(m, n, size)) {
            small.addPatchProduct(patches, m, n, in, b, bOffset, c);
            return;
        }
        right.take(size, n, b, bOffset, n);
        int block = Math.max(THIN, BLOCK / size);
        for (int i = 0; i < m; i += block) {
            int rows = Math.min(block, m - i);
            gather(patches, i, rows, in);
            product.take(rows, n, c, i * n, n);
            multiply(false, false, rows, n, size, true);
            product.give(rows, n, c, i * n, n);
        }
    }

    @Override
    public void patchGradient(Patches patches, int first, int m, int n, float[] in, float[] d, float[] c, int cOffset,
            boolean accumulate) {
        int size = patches.size();
        if (!large(m, n, size)) {
            small.patchGradient(patches, first, m, n, in, d, c, cOffset, accumulate);
            return;
        }
        if (accumulate) {
            product.take(size, n, c, cOffset, n);
        } else {
            product.room(size * n);
        }
        int block = Math.max(THIN, BLOCK / size);
        for (int i = 0; i < m; i += block) {
            int rows = Math.min(block, m - i);
            gather(patches, first + i, rows, in);
            right.take(rows, n, d, (first + i) * n, n);
            multiply(true, false, size, n, rows, accumulate || i > 0);
        }
        product.give(size, n, c, cOffset, n);
    }

    /** Writes patches out as the rows of the left matrix. */
    private void gather(Patches patches, int first, int rows, float[] in) {
        int length = patches.length();
        left.room(rows * patches.size());
        int to = 0;
        for (int i = first; i < first + rows; i++) {
            int from = patches.starts()[i];
            for (int t = 0; t < patches.runs(); t++, from += patches.stride(), to += length) {
                left.put(to, in, from, length);
            }
        }
    }

    @Override
    public void affine(int rows, int n, float[] in, int offset, float[] scale, float[] shift, float[] out) {
        small.affine(rows, n, in, offset, scale, shift, out);
    }

    @Override
    public void combine(int rows, int n, float[] a, float[] p, float[] b, float[] q, float[] shift, float[] out) {
        small.combine(rows, n, a, p, b, q, shift, out);
    }

    @Override
    public void columnSquares(int rows, int n, float[] in, int offset, float[] centre, float[] sums) {
        small.columnSquares(rows, n, in, offset, centre, sums);
    }

    @Override
    public void columnProducts(int rows, int n, float[] a, float[] b, float[] sums) {
        small.columnProducts(rows, n, a, b, sums);
    }

    @Override
    public void rectify(int n, float[] in, float[] out) {
        small.rectify(n, in, out);
    }

    @Override
    public void rectifyGradient(int n, float[] out, float[] outGradient, float[] inGradient) {
        small.rectifyGradient(n, out, outGradient, inGradient);
    }

    @Override
    public SequenceKernels sequences() {
        return small.sequences();
    }
}
