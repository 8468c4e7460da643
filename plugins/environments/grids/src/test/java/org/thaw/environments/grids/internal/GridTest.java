package org.thaw.environments.grids.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    /** <pre>0 1 2
     *3 # 5</pre> */
    private final Grid grid = new Grid(2, 3, List.of(new Cell(1, 1)));

    @Test
    void movesLeadToTheNeighbourUnlessWallOrEdgeIsInTheWay() {
        assertEquals(List.of(0, 1, 3, 0), afterEach(0));
        assertEquals(List.of(1, 2, 1, 0), afterEach(1));
        assertEquals(List.of(2, 5, 5, 5), afterEach(5));
    }

    @Test
    void cellsAreNumberedRowByRow() {
        assertEquals(5, grid.number(new Cell(1, 2)));
        assertEquals(new Cell(1, 0), grid.cell(3));
        assertTrue(grid.isWall(4));
    }

    @Test
    void distanceGoesAroundWalls() {
        assertEquals(4, grid.distance(3, 5));
        assertEquals(0, grid.distance(2, 2));
        assertEquals(Grid.UNREACHABLE, grid.distance(0, 4));
    }

    @Test
    void aWallOutsideIsRefused() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Grid(2, 3, List.of(new Cell(2, 0))));
        assertEquals("row 2, column 0 is outside the grid of 2 rows and 3 columns", e.getMessage());
    }

    @Test
    void quarterTurnsGoRound() {
        assertEquals(Move.LEFT.ordinal(), Move.leftOf(Move.UP.ordinal()));
        assertEquals(Move.UP.ordinal(), Move.rightOf(Move.LEFT.ordinal()));
    }

    private List<Integer> afterEach(int cell) {
        return List.of(grid.after(cell, 0), grid.after(cell, 1), grid.after(cell, 2), grid.after(cell, 3));
    }
}
