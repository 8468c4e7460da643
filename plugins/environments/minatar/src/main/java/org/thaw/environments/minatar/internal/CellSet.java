package org.thaw.environments.minatar.internal;

import java.util.Arrays;

/** A set of cells, ten bits a row: bit c of row r stands for the cell (r, c). */
final class CellSet {
    private static final int WHOLE_ROW = (1 << Game.SIZE) - 1;

    private final int[] rows = new int[Game.SIZE];

    boolean has(int row, int column) {
        return (rows[row] >>> column & 1) == 1;
    }

    void add(int row, int column) {
        rows[row] |= 1 << column;
    }

    void remove(int row, int column) {
        rows[row] &= ~(1 << column);
    }

    void clear() {
        Arrays.fill(rows, 0);
    }

    /** Adds a rectangle, its last row and column included. */
    void fill(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        int columns = (1 << lastColumn + 1) - (1 << firstColumn);
        for (int row = firstRow; row <= lastRow; row++) {
            rows[row] |= columns;
        }
    }

    int count() {
        int count = 0;
        for (int row : rows) {
            count += Integer.bitCount(row);
        }
        return count;
    }

    boolean isEmpty() {
        return columns() == 0;
    }

    /** The columns in which there is any cell, as bits. */
    int columns() {
        int columns = 0;
        for (int row : rows) {
            columns |= row;
        }
        return columns;
    }

    boolean anyInColumn(int column) {
        return (columns() >>> column & 1) == 1;
    }

    boolean anyInRow(int row) {
        return rows[row] != 0;
    }

    /** The lowest row with a cell in this column, which must not be empty. */
    int lowestIn(int column) {
        int row = Game.LAST;
        while (!has(row, column)) {
            row--;
        }
        return row;
    }

    /** All cells one row up; those in row 0 leave. */
    void moveUp() {
        System.arraycopy(rows, 1, rows, 0, Game.LAST);
        rows[Game.LAST] = 0;
    }

    /** All cells one row down; those in row 9 leave. */
    void moveDown() {
        System.arraycopy(rows, 0, rows, 1, Game.LAST);
        rows[0] = 0;
    }

    /** All cells one row down; those in row 9 come back in row 0. */
    void moveDownAround() {
        int around = rows[Game.LAST];
        moveDown();
        rows[0] = around;
    }

    /** All cells one column to the left (−1) or right (1); those at the edge leave. */
    void moveSideways(int direction) {
        for (int row = 0; row < Game.SIZE; row++) {
            rows[row] = (direction < 0 ? rows[row] >>> 1 : rows[row] << 1) & WHOLE_ROW;
        }
    }

    /** Removes the cells that are in both from both. Returns how many there were. */
    int annihilate(CellSet other) {
        int count = 0;
        for (int row = 0; row < Game.SIZE; row++) {
            int both = rows[row] & other.rows[row];
            rows[row] ^= both;
            other.rows[row] ^= both;
            count += Integer.bitCount(both);
        }
        return count;
    }

    void draw(Screen screen, int channel) {
        for (int row = 0; row < Game.SIZE; row++) {
            for (int left = rows[row]; left != 0; left &= left - 1) {
                screen.light(row, Integer.numberOfTrailingZeros(left), channel);
            }
        }
    }

    void visit(String name, Variables variables) {
        variables.numbers(name, rows, 0, WHOLE_ROW);
    }
}
