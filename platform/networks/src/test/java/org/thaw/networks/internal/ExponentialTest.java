package org.thaw.networks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void itIsWithinTwoUnitsInTheLastPlace() {
        for (float x = -87.2f; x < 88.7f; x += 0.0037f) {
            float expected = (float) StrictMath.exp(x);
            assertTrue(Math.abs(Exponential.exp(x) - expected) <= 2 * Math.ulp(expected), "e^" + x);
        }
    }

    @Test
    void theEndsOfTheRangeAreZeroInfinityAndNaN() {
        assertEquals(1f, Exponential.exp(0f));
        assertEquals(1f, Exponential.exp(-0f));
        assertEquals(0f, Exponential.exp(-200f));
        assertEquals(0f, Exponential.exp(Float.NEGATIVE_INFINITY));
        assertEquals(Float.POSITIVE_INFINITY, Exponential.exp(1000f));
        assertTrue(Float.isNaN(Exponential.exp(Float.NaN)));
    }
}
