package org.thaw.environments.grids.internal;

import java.util.ArrayList;
import java.util.List;

/** A grid with one start and one goal, drawn as text: {@code .} free, {@code #} wall, {@code S} start, {@code G} goal. */
record Maze(Grid grid, int start, int goal) {
    /**
     * The maze of example 8.1 (figure 8.2) of Sutton and Barto, Reinforcement learning: an introduction, second edition, 2018: 6 rows, 9
     * columns; the shortest way from S to G takes 14 moves.
     */
    static final String DYNA = "[\".......#G\",\"..#....#.\",\"S.#....#.\",\"..#......\",\".....#...\",\".........\"]";

    /**
     * Reads a drawing.
     *
     * @param rows from the uppermost, all of the same length
     * @throws IllegalArgumentException if it is no such drawing, or no way leads from S to G
     */
    static Maze parse(List<String> rows) {
        if (rows.isEmpty() || rows.get(0).isEmpty()) {
            throw new IllegalArgumentException("map: empty, expected rows of . # S G");
        }
        int width = rows.get(0).length();
        List<Cell> walls = new ArrayList<>();
        List<Cell> starts = new ArrayList<>();
        List<Cell> goals = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String line = rows.get(row);
            if (line.length() != width) {
                throw new IllegalArgumentException("map[" + row + "]: " + line.length() + " cells, expected " + width + " as in the first row");
            }
            for (int column = 0; column < width; column++) {
                Cell cell = new Cell(row, column);
                switch (line.charAt(column)) {
                    case '#' -> walls.add(cell);
                    case 'S' -> starts.add(cell);
                    case 'G' -> goals.add(cell);
                    case '.' -> { }
                    default -> throw new IllegalArgumentException("map[" + row + "]: '" + line.charAt(column) + "' at column " + column
                            + ", expected . (free), # (wall), S (start) or G (goal)");
                }
            }
        }
        Grid grid = new Grid(rows.size(), width, walls);
        Maze maze = new Maze(grid, grid.number(only(starts, "S", "start")), grid.number(only(goals, "G", "goal")));
        if (grid.distance(maze.start, maze.goal) == Grid.UNREACHABLE) {
            throw new IllegalArgumentException("map: no way leads from S to G");
        }
        return maze;
    }

    /**
     * The same maze with each cell split into {@code factor} by {@code factor} cells. Start and goal lie in the upper left one of theirs.
     *
     * @param factor from 1
     */
    Maze refined(int factor) {
        if (factor == 1) {
            return this;
        }
        Grid fine = new Grid(Math.multiplyExact(grid.rows(), factor), Math.multiplyExact(grid.columns(), factor), List.of());
        List<Cell> walls = new ArrayList<>();
        for (int number = 0; number < fine.cells(); number++) {
            Cell cell = fine.cell(number);
            if (grid.isWall(grid.number(new Cell(cell.row() / factor, cell.column() / factor)))) {
                walls.add(cell);
            }
        }
        fine = new Grid(fine.rows(), fine.columns(), walls);
        return new Maze(fine, upperLeft(start, factor, fine), upperLeft(goal, factor, fine));
    }

    private int upperLeft(int coarse, int factor, Grid fine) {
        Cell cell = grid.cell(coarse);
        return fine.number(new Cell(cell.row() * factor, cell.column() * factor));
    }

    /**
     * The same walls with another start and goal.
     *
     * @throws IllegalArgumentException if one of them is a wall, both are the same, or no way leads from the one to the other
     */
    Maze between(int otherStart, int otherGoal) {
        Require.that(!grid.isWall(otherStart), "start", grid.cell(otherStart), "a free cell, not a wall");
        Require.that(!grid.isWall(otherGoal), "goal", grid.cell(otherGoal), "a free cell, not a wall");
        Require.that(otherStart != otherGoal, "goal", grid.cell(otherGoal), "another cell than the start");
        Require.that(grid.distance(otherStart, otherGoal) != Grid.UNREACHABLE, "goal", grid.cell(otherGoal), "a cell that can be reached from the start");
        return new Maze(grid, otherStart, otherGoal);
    }

    private static Cell only(List<Cell> cells, String letter, String meaning) {
        if (cells.size() != 1) {
            throw new IllegalArgumentException("map: " + cells.size() + " cells marked " + letter + ", expected exactly one " + meaning);
        }
        return cells.get(0);
    }
}
