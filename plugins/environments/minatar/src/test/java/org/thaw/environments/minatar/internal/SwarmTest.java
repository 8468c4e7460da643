package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SwarmTest {
    private final Swarm swarm = new Swarm();

    @Test
    void theOldestOfACellIsFoundAndTheOthersMoveUpWhenItGoes() {
        swarm.add(1, 5, 1, 0, 0);
        swarm.add(2, 5, 1, 0, 0);
        swarm.add(2, 5, -1, 0, 0);
        assertEquals(1, swarm.oldestAt(2, 5));
        swarm.remove(1);
        assertEquals(1, swarm.oldestAt(2, 5));
        assertEquals(-1, swarm.direction(1));
        assertEquals(Swarm.NONE, swarm.oldestAt(3, 5));
    }

    @Test
    void aFuseBurnsForOneStepMoreThanItsNumber() {
        swarm.add(1, 5, 1, 2, 0);
        assertFalse(swarm.moveDue(0, 1));
        assertFalse(swarm.moveDue(0, 1));
        assertTrue(swarm.moveDue(0, 1));
        assertFalse(swarm.moveDue(0, 1));
        assertTrue(swarm.moveDue(0, 1));
    }

    @Test
    void onlyTheOtherWayInTheSameRowIsAgainst() {
        swarm.add(4, 0, 1, 0, 0);
        assertFalse(swarm.anyAgainst(4, 1));
        assertTrue(swarm.anyAgainst(4, -1));
        assertFalse(swarm.anyAgainst(5, -1));
    }

    @Test
    void itGrowsWhenFullAndKeepsAll() {
        for (int i = 0; i < 100; i++) {
            swarm.add(i / 10, i % 10, 1, i, 2 * i);
        }
        Swarm copy = new Swarm();
        copy.copyFrom(swarm.toTensor());
        assertEquals(100, copy.count());
        assertTrue(copy.isAt(99, 9, 9));
        assertTrue(copy.toTensor().sameBits(swarm.toTensor()));
    }
}
