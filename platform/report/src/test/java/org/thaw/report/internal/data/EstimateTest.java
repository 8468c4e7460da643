package org.thaw.report.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void theIntervalIsStudentsTOfTheMean() {
        // mean 3, standard deviation √2.5, standard error √0.5, t(0.975; 4) = 2.776445
        Estimate e = Estimate.of(1, 2, 3, 4, 5);
        assertEquals(5, e.seeds());
        assertEquals(3, e.mean());
        assertEquals(2.776445 * StrictMath.sqrt(0.5), e.half(), 1e-6);
        assertEquals(3 - 1.963243, e.low(), 1e-6);
        assertEquals(3 + 1.963243, e.high(), 1e-6);
    }

    @Test
    void theInterquartileMeanLeavesOutAQuarterAtEachEnd() {
        assertEquals(3, Estimate.of(100, 4, 1, 3, 2).iqm());
        assertEquals(2.5, Estimate.of(1, 2, 3, 10).iqm());
        assertEquals(4.5, Estimate.of(0, 0, 3, 4, 5, 6, 90, 90).iqm());
    }

    @Test
    void upToThreeValuesNoneIsLeftOut() {
        assertEquals(14.0 / 3, Estimate.of(1, 3, 10).iqm());
    }

    @Test
    void undefinedValuesAreNotCounted() {
        Estimate e = Estimate.of(Double.NaN, 2, 4, Double.NaN);
        assertEquals(2, e.seeds());
        assertEquals(3, e.mean());
        // standard error 1, t(0.975; 1) = 12.706205
        assertEquals(12.706205, e.half(), 1e-6);
    }

    @Test
    void oneValueHasNoInterval() {
        Estimate e = Estimate.of(0.5);
        assertEquals(0.5, e.mean());
        assertTrue(Double.isNaN(e.low()) && Double.isNaN(e.high()) && Double.isNaN(e.half()));
    }

    @Test
    void nothingIsUndefined() {
        assertFalse(Estimate.of(Double.NaN).defined());
        assertTrue(Double.isNaN(Estimate.of().mean()));
    }
}
