package org.thaw.learners.policygradient.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class GeneralisedAdvantageTest {
    private static final double[] REWARDS = {1, 0, 2};
    private static final double[] VALUES = {4, 2, 1};
    private static final double[] NEXT = {2, 1, 6};

    private static double[] advantages(double[] discounts, boolean... ends) {
        double[] advantages = new double[3];
        GeneralisedAdvantage.compute(0, 3, REWARDS, discounts, ends, VALUES, NEXT, 0.5, 0.5, advantages);
        return advantages;
    }

    @Test
    void advantagesDecayBackThroughAnEpisode() {
        // δ = 1 + 1 − 4 = −2, 0 + 0.5 − 2 = −1.5, 2 + 3 − 1 = 4; A₂ = 4, A₁ = −1.5 + 4/4, A₀ = −2 − 0.5/4
        assertArrayEquals(new double[] {-2.125, -0.5, 4}, advantages(new double[] {1, 1, 1}, false, false, false), 1e-12);
    }

    @Test
    void terminationCountsNothingOfWhatFollows() {
        // δ₁ = 0 − 2 = −2, and nothing of A₂ comes back; A₀ = −2 − 2/4
        assertArrayEquals(new double[] {-2.5, -2, 4}, advantages(new double[] {1, 0, 1}, false, true, false), 1e-12);
    }

    @Test
    void truncationCountsTheValueOfTheLastStateAndNothingOfTheNextEpisode() {
        // δ₁ = 0 + 0.5 − 2 = −1.5; A₀ = −2 − 1.5/4
        assertArrayEquals(new double[] {-2.375, -1.5, 4}, advantages(new double[] {1, 1, 1}, false, true, false), 1e-12);
    }

    @Test
    void aValueThatIsNotDefinedDoesNoHarmWhereTheEpisodeTerminated() {
        double[] advantages = new double[1];
        GeneralisedAdvantage.compute(0, 1, new double[] {3}, new double[] {0}, new boolean[] {true}, new double[] {1}, new double[] {Double.NaN}, 0.9, 0.9,
                advantages);
        assertArrayEquals(new double[] {2}, advantages, 1e-12);
    }
}
