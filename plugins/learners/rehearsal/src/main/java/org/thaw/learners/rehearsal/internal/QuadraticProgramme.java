package org.thaw.learners.rehearsal.internal;

import java.util.Arrays;

/**
 * Solves {@code min ½ uᵀP u + qᵀu subject to u ≥ 0} for a small positive definite P, exactly: it is the linear complementarity problem
 * {@code w = P u + q, u ≥ 0, w ≥ 0, uᵀw = 0}, and principal pivoting on the least index that is wrong ends with its only solution (Murty 1974). Each
 * pivot solves the equations of the positive components alone.
 */
final class QuadraticProgramme {
    private final int n;
    private final double[] u;
    private final boolean[] positive;
    private final int[] members;
    private final double[][] system;

    QuadraticProgramme(int n) {
        this.n = n;
        u = new double[n];
        positive = new boolean[n];
        members = new int[n];
        system = new double[n][n + 1];
    }

    /**
     * Solves the programme.
     *
     * @param p [n][n], symmetric and positive definite
     * @param q [n]
     * @return u, a buffer
     */
    double[] solve(double[][] p, double[] q) {
        Arrays.fill(positive, false);
        double largest = 0;
        for (double value : q) {
            largest = Math.max(largest, Math.abs(value));
        }
        double tolerance = 1e-12 * largest;
        // finite: no set of positive components comes twice, so 2^n is a bound that is never near
        for (long pivot = 0; pivot < 1L << Math.min(n, 40); pivot++) {
            equations(p, q);
            int wrong = leastWrong(p, q, tolerance);
            if (wrong < 0) {
                return u;
            }
            positive[wrong] = !positive[wrong];
        }
        throw new ArithmeticException("the quadratic programme has no solution: its matrix is not positive definite");
    }

    private int leastWrong(double[][] p, double[] q, double tolerance) {
        for (int i = 0; i < n; i++) {
            double w = q[i];
            for (int j = 0; j < n; j++) {
                w += p[i][j] * u[j];
            }
            if (positive[i] ? u[i] < 0 : w < -tolerance) {
                return i;
            }
        }
        return -1;
    }

    /** Gaussian elimination for {@code P u = −q} over the positive components; the others are 0. */
    private void equations(double[][] p, double[] q) {
        int m = 0;
        for (int i = 0; i < n; i++) {
            u[i] = 0;
            if (positive[i]) {
                members[m++] = i;
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                system[i][j] = p[members[i]][members[j]];
            }
            system[i][m] = -q[members[i]];
        }
        // positive definite: no exchange of rows is needed
        for (int k = 0; k < m; k++) {
            for (int i = k + 1; i < m; i++) {
                double factor = system[i][k] / system[k][k];
                for (int j = k; j <= m; j++) {
                    system[i][j] -= factor * system[k][j];
                }
            }
        }
        for (int i = m - 1; i >= 0; i--) {
            double rest = system[i][m];
            for (int j = i + 1; j < m; j++) {
                rest -= system[i][j] * u[members[j]];
            }
            u[members[i]] = rest / system[i][i];
        }
    }
}
