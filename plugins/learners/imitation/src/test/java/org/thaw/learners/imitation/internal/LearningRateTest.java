package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LearningRateTest {
    @Test
    void risesInProportionStaysAndFallsAsOneOverTheSquareRoot() {
        LearningRate rate = new LearningRate(0.8, 4, 100);
        assertEquals(0.2, rate.after(0), 1e-12);
        assertEquals(0.8, rate.after(3), 1e-12);
        assertEquals(0.8, rate.after(99), 1e-12);
        assertEquals(0.4, rate.after(399), 1e-12);
        assertEquals(0.2, rate.after(1599), 1e-12);
    }

    @Test
    void neitherRisesNorFallsWithZeros() {
        assertEquals(0.8, new LearningRate(0.8, 0, 0).after(0), 1e-12);
        assertEquals(0.8, new LearningRate(0.8, 0, 0).after(1_000_000), 1e-12);
    }
}
