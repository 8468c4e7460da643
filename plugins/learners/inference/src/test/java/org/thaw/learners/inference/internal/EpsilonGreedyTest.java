package org.thaw.learners.inference.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class EpsilonGreedyTest {
    /** Of three legal actions two are best: 0.3 / 3 for each, and 0.7 / 2 more for those. The fourth would be better, but is illegal. */
    @Test
    void splitsExplorationOverTheLegalAndTheRestOverTheBest() {
        double[] into = new double[4];
        EpsilonGreedy.spread(new double[] {9, 1, 3, 3, 5}, 1, new boolean[] {true, true, true, false}, 0.3, into);
        assertArrayEquals(new double[] {0.1, 0.45, 0.45, 0}, into, 1e-12);
    }

    @Test
    void infiniteBoundsAreTiesToo() {
        double[] into = new double[3];
        EpsilonGreedy.spread(new double[] {Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY}, 0, new boolean[] {true, true, true}, 0, into);
        assertArrayEquals(new double[] {0.5, 0, 0.5}, into);
    }
}
