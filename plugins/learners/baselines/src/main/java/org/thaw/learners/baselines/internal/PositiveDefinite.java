package org.thaw.learners.baselines.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Symmetric positive definite systems, factorised by LAPACK through ND4J. The one class here that loads ND4J. */
final class PositiveDefinite {
    private PositiveDefinite() {
    }

    /**
     * Solves {@code A x = b} for several right-hand sides, by the Cholesky factor {@code A = L Lᵀ}.
     *
     * @param matrix A, [n, n]
     * @param sides  [count, n], one b in each row; replaced by x
     */
    static void solve(double[] matrix, int n, double[] sides, int count) {
        INDArray factor = Nd4j.create(matrix, new int[] {n, n}, 'c');
        Nd4j.getBlasWrapper().lapack().potrf(factor, true);
        double[] lower = factor.data().asDouble();
        for (int side = 0; side < count; side++) {
            forward(lower, n, sides, side * n);
            backward(lower, n, sides, side * n);
        }
    }

    private static void forward(double[] lower, int n, double[] x, int from) {
        for (int i = 0; i < n; i++) {
            double rest = x[from + i];
            for (int j = 0; j < i; j++) {
                rest -= lower[i * n + j] * x[from + j];
            }
            x[from + i] = rest / lower[i * n + i];
        }
    }

    /** With the transpose, read row by row. */
    private static void backward(double[] lower, int n, double[] x, int from) {
        for (int i = n - 1; i >= 0; i--) {
            x[from + i] /= lower[i * n + i];
            for (int j = 0; j < i; j++) {
                x[from + j] -= lower[i * n + j] * x[from + i];
            }
        }
    }
}
