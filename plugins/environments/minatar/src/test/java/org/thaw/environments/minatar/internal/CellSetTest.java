package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CellSetTest {
    private final CellSet cells = new CellSet();

    @Test
    void everyCellIsItsOwn() {
        for (int cell = 0; cell < 100; cell++) {
            cells.add(cell / 10, cell % 10);
            assertEquals(1, cells.count());
            assertTrue(cells.has(cell / 10, cell % 10));
            assertTrue(cells.anyInRow(cell / 10) && cells.anyInColumn(cell % 10));
            assertEquals(cell / 10, cells.lowestIn(cell % 10));
            cells.remove(cell / 10, cell % 10);
            assertTrue(cells.isEmpty());
        }
    }

    @Test
    void movesCrossTheMiddleOfTheGrid() {
        cells.add(4, 0);
        cells.add(4, 9);
        cells.moveDown();
        assertTrue(cells.has(5, 0) && cells.has(5, 9) && cells.count() == 2);
        cells.moveUp();
        assertTrue(cells.has(4, 0) && cells.has(4, 9) && cells.count() == 2);
    }

    @Test
    void cellsLeaveAtEveryEdge() {
        cells.fill(0, 9, 0, 9);
        cells.moveUp();
        assertTrue(cells.count() == 90 && !cells.anyInRow(9));
        cells.moveDown();
        assertTrue(cells.count() == 90 && !cells.anyInRow(0));
        cells.moveLeft();
        assertTrue(cells.count() == 81 && !cells.anyInColumn(9));
        cells.moveRight();
        assertTrue(cells.count() == 81 && !cells.anyInColumn(0));
    }

    @Test
    void aroundTheLowerEdgeTheyComeBackAtTheTop() {
        cells.add(9, 3);
        cells.add(2, 7);
        cells.moveDownAround();
        assertTrue(cells.has(0, 3) && cells.has(3, 7) && cells.count() == 2);
    }

    @Test
    void whatIsInBothLeavesBoth() {
        CellSet other = new CellSet();
        cells.add(1, 1);
        cells.add(8, 8);
        cells.add(2, 2);
        other.add(1, 1);
        other.add(8, 8);
        other.add(3, 3);
        assertEquals(2, cells.annihilate(other));
        assertTrue(cells.has(2, 2) && cells.count() == 1);
        assertTrue(other.has(3, 3) && other.count() == 1);
        assertFalse(cells.has(1, 1));
    }
}
