package org.thaw.learners.baselines.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositiveDefiniteTest {
    /** G Gᵀ + I of a matrix G of numbers in [-1, 1). */
    private static double[] random(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[] g = new double[n * n];
        for (int i = 0; i < g.length; i++) {
            g[i] = 2 * random.nextDouble() - 1;
        }
        double[] a = square(g, n);
        for (int i = 0; i < n; i++) {
            a[i * n + i] += 1;
        }
        return a;
    }

    /** G Gᵀ. */
    private static double[] square(double[] g, int n) {
        double[] product = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    product[i * n + j] += g[i * n + k] * g[j * n + k];
                }
            }
        }
        return product;
    }

    private static double[] lower(double[] factorised, int n) {
        double[] lower = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(factorised, i * n, lower, i * n, i + 1);
        }
        return lower;
    }

    @Test
    void theFactorIsTheHandWorkedOne() {
        // [[2, 0, 0], [1, 3, 0], [−1, 2, 1]] times its transpose; the upper triangle is not read
        double[] a = {4, 9, 9, 2, 10, 9, -2, 5, 6};
        PositiveDefinite.factorise(a, 3);
        assertArrayEquals(new double[] {2, 0, 0, 1, 3, 0, -1, 2, 1}, lower(a, 3));
    }

    @Test
    void systemsAreSolvedForEverySide() {
        // x = (1, 2, 3) and (0, 0, 1)
        double[] sides = {2, 37, 26, -2, 5, 6};
        PositiveDefinite.solve(new double[] {4, 2, -2, 2, 10, 5, -2, 5, 6}, 3, sides, 2);
        assertArrayEquals(new double[] {1, 2, 3, 0, 0, 1}, sides, 1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 39, 64})
    void theFactorTimesItsTransposeIsTheMatrix(int n) {
        double[] a = random(n);
        double[] factor = a.clone();
        PositiveDefinite.factorise(factor, n);
        // |LLᵀ − A| ≤ (n + 1) u |L||Lᵀ| (Higham 2002, theorem 10.3), whose entries are at most the largest of A's diagonal; twice that, for the product here rounds, too
        assertArrayEquals(a, square(lower(factor, n), n), (n + 1) * 0x1p-53 * 2 * (n + 1));
    }

    @Test
    void everySumKeepsItsOrder() {
        int n = 39;
        double[] expected = random(n);
        double[] found = expected.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < j; k++) {
                    expected[i * n + j] -= expected[i * n + k] * expected[j * n + k];
                }
                expected[i * n + j] = i == j ? Math.sqrt(expected[i * n + j]) : expected[i * n + j] / expected[j * n + j];
            }
        }
        PositiveDefinite.factorise(found, n);
        assertArrayEquals(expected, found);
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertEquals("the matrix is not positive definite: the square of pivot 1 of 2 is -3.0; a larger shrinkage would make it so",
                assertThrows(ArithmeticException.class, () -> PositiveDefinite.factorise(new double[] {1, 2, 2, 1}, 2)).getMessage());
        assertThrows(ArithmeticException.class, () -> PositiveDefinite.factorise(new double[] {Double.NaN}, 1));
    }
}
