package org.thaw.toolkit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExplorationTest {
    @Test
    void declinesOnAStraightLineOnceItsStartIsReached() {
        Exploration exploration = new Exploration(1, 0.1, 5000, 100_000);
        assertEquals(1, exploration.at(0));
        assertEquals(1, exploration.at(5000));
        assertEquals(0.55, exploration.at(55_000), 1e-12);
        assertEquals(0.1, exploration.at(105_000));
        assertEquals(0.1, exploration.at(5_000_000));
    }

    @Test
    void beginsWithTheFirstTransitionWhereNoStartIsGiven() {
        Exploration exploration = new Exploration(0.2, 0.1, 10);
        assertEquals(0.2, exploration.at(0));
        assertEquals(0.15, exploration.at(5), 1e-12);
        assertEquals(0.1, exploration.at(25));
    }

    @Test
    void withoutStepsOfDeclineItFallsAtItsStartOrWhereNoneIsGivenNever() {
        assertEquals(1, new Exploration(1, 0.1, 3, 0).at(2));
        assertEquals(0.1, new Exploration(1, 0.1, 3, 0).at(3));
        assertEquals(0.2, new Exploration(0.2, 0.1, 0).at(25));
    }
}
