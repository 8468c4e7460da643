package org.thaw.learners.deep.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExplorationTest {
    @Test
    void declinesOnAStraightLineOnceLearningBegins() {
        Exploration exploration = new Exploration(1, 0.1, 5000, 100_000);
        assertEquals(1, exploration.at(0));
        assertEquals(1, exploration.at(5000));
        assertEquals(0.55, exploration.at(55_000), 1e-12);
        assertEquals(0.1, exploration.at(105_000));
        assertEquals(0.1, exploration.at(5_000_000));
    }

    @Test
    void fallsAtOnceWithoutADecline() {
        assertEquals(0.1, new Exploration(1, 0.1, 0, 0).at(0));
    }
}
