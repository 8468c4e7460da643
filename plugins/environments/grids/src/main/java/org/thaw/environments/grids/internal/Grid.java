package org.thaw.environments.grids.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Queue;

/**
 * A rectangle of cells, some of them walls: where a move leads, and nothing about rewards, goals or chance. Cells are numbered row by row
 * from the upper left. Immutable; a maze whose walls change holds two grids and takes now the one, now the other.
 */
final class Grid {
    /** The distance to a cell that cannot be reached. */
    static final int UNREACHABLE = Integer.MAX_VALUE;

    private final int height;
    private final int width;
    private final boolean[] wall;
    /** Where each move leads: element {@code cell * Move.COUNT + move}. */
    private final int[] next;

    /** @throws IllegalArgumentException if there are no cells, or a wall lies outside */
    Grid(int height, int width, Collection<Cell> walls) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("a grid of " + height + " rows and " + width + " columns: expected at least one of each");
        }
        this.height = height;
        this.width = width;
        this.wall = new boolean[Math.multiplyExact(height, width)];
        for (Cell cell : walls) {
            wall[number(cell)] = true;
        }
        this.next = new int[wall.length * Move.COUNT];
        for (int cell = 0; cell < wall.length; cell++) {
            for (Move move : Move.values()) {
                Cell there = move.from(cell(cell));
                next[cell * Move.COUNT + move.ordinal()] = contains(there) && !wall[number(there)] ? number(there) : cell;
            }
        }
    }

    int rows() {
        return height;
    }

    int columns() {
        return width;
    }

    /** How many cells there are, walls included. */
    int cells() {
        return wall.length;
    }

    /** The number of a cell. @throws IllegalArgumentException if it lies outside */
    int number(Cell cell) {
        if (!contains(cell)) {
            throw new IllegalArgumentException(cell + " is outside the grid of " + height + " rows and " + width + " columns");
        }
        return cell.row() * width + cell.column();
    }

    /** The cell of a number. */
    Cell cell(int number) {
        return new Cell(number / width, number % width);
    }

    boolean isWall(int cell) {
        return wall[cell];
    }

    /** The number of the cell that a move leads to: the same cell if a wall or the edge is in the way. */
    int after(int cell, int move) {
        return next[cell * Move.COUNT + move];
    }

    /** The least number of moves from one cell to another, by breadth-first search, or {@link #UNREACHABLE}. */
    int distance(int from, int to) {
        int[] distance = new int[cells()];
        Arrays.fill(distance, UNREACHABLE);
        distance[from] = 0;
        Queue<Integer> frontier = new ArrayDeque<>();
        frontier.add(from);
        while (!frontier.isEmpty()) {
            int cell = frontier.remove();
            for (int move = 0; move < Move.COUNT; move++) {
                int there = after(cell, move);
                if (distance[there] == UNREACHABLE) {
                    distance[there] = distance[cell] + 1;
                    frontier.add(there);
                }
            }
        }
        return distance[to];
    }

    private boolean contains(Cell cell) {
        return cell.row() >= 0 && cell.row() < height && cell.column() >= 0 && cell.column() < width;
    }
}
