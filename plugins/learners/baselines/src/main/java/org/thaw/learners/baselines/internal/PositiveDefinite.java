package org.thaw.learners.baselines.internal;

/**
 * Symmetric positive definite systems, by the Cholesky factor {@code A = L Lᵀ} (Golub and Van Loan 2013, section 4.2). Each value is that of A less
 * its products in ascending order, without fused multiply-adds, so the bits are the same on every processor and Java version.
 */
final class PositiveDefinite {
    /** Columns worked on at once: their sums are independent, so that additions need not wait for each other. */
    private static final int WIDTH = 4;

    private PositiveDefinite() {
    }

    /**
     * Solves {@code A x = b} for several right-hand sides.
     *
     * @param matrix A, [n, n], of which only the lower triangle is read; replaced by L
     * @param sides  [count, n], one b in each row; replaced by x
     * @throws ArithmeticException if A is not positive definite
     */
    static void solve(double[] matrix, int n, double[] sides, int count) {
        factorise(matrix, n);
        for (int side = 0; side < count; side++) {
            forward(matrix, n, sides, side * n);
            backward(matrix, n, sides, side * n);
        }
    }

    /**
     * Replaces the lower triangle of A by L, row by row: {@code l_ij = (a_ij − Σ_{k<j} l_ik l_jk) / l_jj} and
     * {@code l_ii = √(a_ii − Σ_{k<i} l_ik²)}.
     */
    static void factorise(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            int row = i * n;
            int whole = i / WIDTH * WIDTH;
            for (int j = 0; j < whole; j += WIDTH) {
                subtract(a, n, row, j);
                for (int t = j; t < j + WIDTH; t++) {
                    a[row + t] = rest(a, row, t * n, j, t) / a[t * n + t];
                }
            }
            for (int j = whole; j < i; j++) {
                a[row + j] = rest(a, row, j * n, 0, j) / a[j * n + j];
            }
            double square = rest(a, row, row, 0, i);
            // so that NaN is refused, too
            if (!(square > 0)) {
                throw new ArithmeticException("the matrix is not positive definite: the square of pivot " + i + " of " + n + " is " + square
                        + "; a larger shrinkage would make it so");
            }
            a[row + i] = Math.sqrt(square);
        }
    }

    /** What is left of the value in this row and column {@code j} after the products from column {@code from} on. */
    private static double rest(double[] a, int row, int other, int from, int j) {
        double rest = a[row + j];
        for (int k = from; k < j; k++) {
            rest -= a[row + k] * a[other + k];
        }
        return rest;
    }

    /** Subtracts from {@link #WIDTH} values of a row, from column {@code j} on, the products of the columns before j. */
    private static void subtract(double[] a, int n, int row, int j) {
        int first = j * n;
        int second = first + n;
        int third = second + n;
        int fourth = third + n;
        double s0 = a[row + j];
        double s1 = a[row + j + 1];
        double s2 = a[row + j + 2];
        double s3 = a[row + j + 3];
        for (int k = 0; k < j; k++) {
            double value = a[row + k];
            s0 -= value * a[first + k];
            s1 -= value * a[second + k];
            s2 -= value * a[third + k];
            s3 -= value * a[fourth + k];
        }
        a[row + j] = s0;
        a[row + j + 1] = s1;
        a[row + j + 2] = s2;
        a[row + j + 3] = s3;
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
