package org.thaw.learners.inference.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BestOfDrawsTest {
    private static double[] probabilities(BestOfDraws draws, boolean... takesPart) {
        double[] into = new double[takesPart.length];
        draws.probabilities(takesPart, into);
        return into;
    }

    @Test
    void equalBeliefsAreEquallyLikely() {
        BestOfDraws draws = new BestOfDraws(3);
        for (int i = 0; i < 3; i++) {
            draws.beta(i, 1, 1);
        }
        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, probabilities(draws, true, true, true), 1e-5);
    }

    /** P(X > Y) = ∫ 2x · x dx = 2/3 for X from Beta(2, 1) and Y uniform; Beta(2, 1) against Beta(1, 2): 1 − ∫ 2 (1 − y) y² dy = 5/6. */
    @Test
    void oneSuccessAgainstNothingKnownWinsTwoOfThreeTimes() {
        BestOfDraws draws = new BestOfDraws(2);
        draws.beta(0, 2, 1);
        draws.beta(1, 1, 1);
        assertEquals(2 / 3.0, probabilities(draws, true, true)[0], 1e-5);
        draws.beta(1, 1, 2);
        assertEquals(5 / 6.0, probabilities(draws, true, true)[0], 1e-5);
    }

    @Test
    void whatDoesNotTakePartIsNeverTheGreatest() {
        BestOfDraws draws = new BestOfDraws(3);
        draws.beta(0, 50, 1);
        draws.beta(1, 2, 1);
        draws.beta(2, 1, 1);
        assertArrayEquals(new double[] {0, 2 / 3.0, 1 / 3.0}, probabilities(draws, false, true, true), 1e-5);
    }

    /** Normal approximation: means 0.5 and 0.6, each of variance p (1 − p) / 1000, so that the difference of 0.1 is 4.5 deviations. */
    @Test
    void aThousandPullsMakeSure() {
        BestOfDraws draws = new BestOfDraws(2);
        draws.beta(0, 500, 500);
        draws.beta(1, 600, 400);
        assertEquals(1, probabilities(draws, true, true)[1], 1e-4);
    }
}
