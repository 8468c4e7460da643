package org.thaw.toolkit.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final double EXACT = 1e-12;

    /** Four tests: 4 × 0.005 = 0.02, 3 × 0.01 = 0.03, 2 × 0.03 = 0.06, and 1 × 0.04 is raised to the 0.06 before it. */
    @Test
    void holmMultipliesByTheTestsThatAreLeftAndNeverFallsBack() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Holm.correct(new double[] {0.01, 0.04, 0.03, 0.005}, 0), EXACT);
    }

    /** Of six tests two are known: 6 × 0.01, 5 × 0.02. */
    @Test
    void testsHeldElsewhereMakeHolmMoreCautious() {
        assertArrayEquals(new double[] {0.06, 0.10}, Holm.correct(new double[] {0.01, 0.02}, 6), EXACT);
    }

    @Test
    void correctedValuesStayBelowOne() {
        assertArrayEquals(new double[] {1, 1}, Holm.correct(new double[] {0.9, 0.7}, 0), EXACT);
        assertEquals(0, Holm.correct(new double[0], 3).length);
    }

    @Test
    void theInterquartileMeanLeavesOutAQuarterAtEitherEnd() {
        assertEquals((3 + 4 + 5 + 6) / 4.0, InterquartileMean.of(-90, 3, 5, 6, 2, 4, 7, 800));
        assertEquals(2, InterquartileMean.of(1, 3), "too few to leave any out");
    }

    @Test
    void aResampleHoldsAsManyOfEachStratumAsThereAre() {
        double[] values = new Bootstrap("sizes", 50, 0.95).values(new double[][] {{1, 1, 1}, {10, 10}}, sample -> Arrays.stream(sample).flatMapToDouble(Arrays::stream).sum());
        assertTrue(Arrays.stream(values).allMatch(value -> value == 23), Arrays.toString(values));
    }

    @Test
    void theSameNameGivesTheSameInterval() {
        double[][] strata = {{1, 2, 3, 4, 5, 6, 7, 8}};
        Interval once = new Bootstrap("one", 200, 0.95).interval(strata, sample -> InterquartileMean.of(sample[0]));
        Interval again = new Bootstrap("one", 200, 0.95).interval(strata, sample -> InterquartileMean.of(sample[0]));
        assertEquals(once, again);
        assertTrue(once.low() < 4.5 && once.high() > 4.5, once.toString());
    }

    @Test
    void nothingHasNoInterval() {
        assertTrue(Double.isNaN(new Bootstrap("none", 10, 0.95).interval(new double[][] {{1}, {}}, sample -> 1).low()));
    }
}
