package org.thaw.networks;

import org.thaw.networks.internal.KernelChoice;

/**
 * The inner loops that decide a network's speed.
 *
 * <p><b>Law.</b> A kernel whose {@link #reproducible()} is true gives the same bits as every other such kernel, on any
 * JDK, CPU and vector width: each element of a product starts from 0 (or from its old value), and adds its terms over
 * k in ascending order with one fused multiply-add each ({@link Math#fma(float, float, float)}). So a kernel may work
 * on several columns at once, but never splits or reorders the sum of one element. It follows that a row's result does
 * not depend on the other rows of its batch.
 *
 * <p>Where C has less than {@link #FEW_ROWS} rows and B is not transposed, terms with a zero of A are left out wherever many are zero, as behind
 * a rectifier or in a picture: in stretches of 512 terms, if of every eighth value more than an eighth is zero. Between finite numbers only
 * the sign of a zero can tell. Everywhere else NaN and infinities pass through zeros, as IEEE 754 has it, but for convolutions: of a batch of
 * pictures that are mostly zero a kernel may leave out the zeros, or not. So what comes of weights that are no finite numbers, and signs of
 * zeros, may there differ between kernels, widths of vectors and batches; nothing else does.
 *
 * <p>An instance owns scratch memory and serves one thread.
 */
public interface Kernels {

    /** Products with less rows may leave out terms that are zero. */
    int FEW_ROWS = 4;

    /** Which operands of a product are transposed: first letter A, second letter B; T is transposed. */
    enum Form {
        /** C = A·B with A [m, k] and B [k, n]. */
        NN,
        /** C = A·Bᵀ with A [m, k] and B [n, k]. */
        NT,
        /** C = Aᵀ·B with A [k, m] and B [k, n]. */
        TN
    }

    /**
     * The kernels of choice on this machine: {@code vector} where the JVM has the module {@code jdk.incubator.vector},
     * else {@code plain}. The system property {@code thaw.kernels} overrides it: {@code vector}, {@code plain}, or {@code openblas},
     * which hands large products to OpenBLAS. That is faster, and not reproducible: OpenBLAS picks its loops by the
     * processor, so the last bits of results differ between kinds of processors. It needs the bundles
     * org.thaw.networks.openblas and org.thaw.nd4j with its native libraries.
     *
     * @return a new instance, for one thread
     * @throws IllegalArgumentException if the property names kernels that this JVM does not have
     */
    static Kernels standard() {
        return KernelChoice.standard();
    }

    /**
     * The kernels of that name.
     *
     * @return a new instance, for one thread
     * @throws IllegalArgumentException if this JVM has none of that name
     */
    static Kernels named(String name) {
        return KernelChoice.named(name);
    }

    /** The name: {@code vector}, {@code plain} or {@code openblas}. */
    String name();

    /** Whether the law above holds. */
    boolean reproducible();

    /** A new instance of the same kind with scratch memory of its own, for another thread. */
    Kernels another();

    /**
     * Matrix product C = op(A)·op(B), or C += op(A)·op(B). All matrices are row-major; C must overlap neither A nor B.
     *
     * @param form       which operands are transposed
     * @param m          rows of C
     * @param n          columns of C
     * @param k          length of the sums; with k = 0 the product is 0
     * @param a          array of A, from {@code aOffset}, with {@code lda} values from one stored row to the next
     * @param b          array of B, likewise
     * @param c          array of C, likewise
     * @param accumulate true: add to C; false: overwrite it
     * @throws IndexOutOfBoundsException if a matrix does not fit its array
     */
    void sgemm(Form form, int m, int n, int k, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb,
            float[] c, int cOffset, int ldc, boolean accumulate);

    /**
     * A convolution as a product: C += P·B, where row i of P is the i-th patch. Each sum runs along the patch.
     *
     * @param patches where the patches lie
     * @param m       number of patches
     * @param n       columns of B and C: output channels
     * @param in      the image; of {@link Patches#ofPictures} whole pictures
     * @param b       B [size of a patch, n], from {@code bOffset}, with {@code n} values from row to row
     * @param c       C [m, n], from index 0; added to
     */
    void addPatchProduct(Patches patches, int m, int n, float[] in, float[] b, int bOffset, float[] c);

    /**
     * The gradient of that product by B: C = Pᵀ·D, or C += Pᵀ·D. Each sum runs over the patches in their order.
     *
     * @param first      number of the first patch
     * @param m          number of patches from there on
     * @param n          columns of D and C
     * @param in         the image, as above; it must go on for 8 values after the last patch
     * @param d          D: row i belongs to patch i, counted from 0; {@code n} values from row to row
     * @param c          C [size of a patch, n], from {@code cOffset}
     * @param accumulate true: add to C; false: overwrite it
     */
    void patchGradient(Patches patches, int first, int m, int n, float[] in, float[] d, float[] c, int cOffset,
            boolean accumulate);

    /**
     * A scale and a shift for each column: out[r, c] = in[r, c]·scale[c] + shift[c], one fused multiply-add each. All are
     * row-major with {@code n} columns; {@code in} begins at {@code offset}.
     */
    void affine(int rows, int n, float[] in, int offset, float[] scale, float[] shift, float[] out);

    /** out[r, c] = a[r, c]·p[c] + (b[r, c]·q[c] + shift[c]), two fused multiply-adds each, the inner one first. */
    void combine(int rows, int n, float[] a, float[] p, float[] b, float[] q, float[] shift, float[] out);

    /** Sums of squares down each column: sums[c] = Σ_r (in[r, c] − centre[c])², rows in order. */
    void columnSquares(int rows, int n, float[] in, int offset, float[] centre, float[] sums);

    /** Sums of products down each column: sums[c] = Σ_r a[r, c]·b[r, c], rows in order. */
    void columnProducts(int rows, int n, float[] a, float[] b, float[] sums);

    /** Rectifier: {@code out[i] = max(in[i], 0)} for the first {@code n} values. */
    void rectify(int n, float[] in, float[] out);

    /** Gradient of the rectifier: {@code inGradient[i] = out[i] > 0 ? outGradient[i] : 0} for the first {@code n} values. */
    void rectifyGradient(int n, float[] out, float[] outGradient, float[] inGradient);

    /** The inner loops of sequence networks, by the same means; one object for each instance. */
    SequenceKernels sequences();
}
