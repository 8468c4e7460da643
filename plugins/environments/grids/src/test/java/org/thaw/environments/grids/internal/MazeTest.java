package org.thaw.environments.grids.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MazeTest {
    @Test
    void theShortestWayThroughTheDynaMazeTakes14Moves() {
        Maze maze = Maze.parse(GridWorldTest.dynaMap());
        assertEquals(new Cell(2, 0), maze.grid().cell(maze.start()));
        assertEquals(new Cell(0, 8), maze.grid().cell(maze.goal()));
        assertEquals(54, maze.grid().cells());
        assertEquals(14, maze.grid().distance(maze.start(), maze.goal()));
    }

    @Test
    void theDynaMazeHasTheSevenWallsOfTheBook() {
        Grid grid = Maze.parse(GridWorldTest.dynaMap()).grid();
        for (Cell wall : List.of(new Cell(1, 2), new Cell(2, 2), new Cell(3, 2), new Cell(4, 5), new Cell(0, 7), new Cell(1, 7), new Cell(2, 7))) {
            assertTrue(grid.isWall(grid.number(wall)), wall.toString());
        }
        int walls = 0;
        for (int cell = 0; cell < grid.cells(); cell++) {
            walls += grid.isWall(cell) ? 1 : 0;
        }
        assertEquals(7, walls);
    }

    @Test
    void faultyDrawingsAreRefusedWithThePlace() {
        assertEquals("map: empty, expected rows of . # S G", refusal());
        assertEquals("map[1]: 2 cells, expected 3 as in the first row", refusal("S.G", ".."));
        assertEquals("map[0]: 'x' at column 1, expected . (free), # (wall), S (start) or G (goal)", refusal("SxG"));
        assertEquals("map: 2 cells marked S, expected exactly one start", refusal("SSG"));
        assertEquals("map: 0 cells marked G, expected exactly one goal", refusal("S.."));
        assertEquals("map: no way leads from S to G", refusal("S#G"));
    }

    private static String refusal(String... rows) {
        return assertThrows(IllegalArgumentException.class, () -> Maze.parse(List.of(rows))).getMessage();
    }
}
