package org.thaw.networks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FunctionsTest {

    @Test
    void tanhAndSigmoidAgreeWithDoublePrecision() {
        for (float x = -30; x < 30; x += 0.0137f) {
            double tanh = StrictMath.tanh(x);
            assertEquals(tanh, Exponential.tanh(x), 3e-7 * Math.abs(tanh) + 1e-12, "tanh " + x);
            double sigmoid = 1 / (1 + StrictMath.exp(-x));
            assertEquals(sigmoid, Exponential.sigmoid(x), 5e-7 * sigmoid, "sigmoid " + x);
        }
        assertEquals(1f, Exponential.tanh(Float.POSITIVE_INFINITY));
        assertEquals(-1f, Exponential.tanh(-100));
        assertTrue(Float.isNaN(Exponential.tanh(Float.NaN)));
    }

    @Test
    void theNormalDistributionHasItsTabulatedValues() {
        // to ten places in any table
        double[][] table = {{0, 0.5}, {0.5, 0.6914624613}, {1, 0.8413447461}, {1.96, 0.9750021049}, {3, 0.9986501020}};
        for (double[] row : table) {
            assertEquals(row[1], Normal.cumulative((float) row[0]), 3e-7);
            assertEquals(1 - row[1], Normal.cumulative((float) -row[0]), 3e-7);
        }
        assertEquals(1f, Normal.cumulative(20));
        assertEquals(0f, Normal.cumulative(-20));
    }
}
