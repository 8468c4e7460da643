package org.thaw.api.environment;

import java.util.Arrays;

/** A picture made of square cells, each with a colour and, for terminals without colours, a character. */
public final class Picture {
    /** An empty cell. */
    public static final char BLANK = ' ';

    private final int rows;
    private final int columns;
    private final int[] colours;
    private final char[] symbols;

    /** A blank, black picture. */
    public Picture(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a picture of " + rows + " by " + columns + " cells: expected at least one");
        }
        this.rows = rows;
        this.columns = columns;
        colours = new int[rows * columns];
        symbols = new char[rows * columns];
        Arrays.fill(symbols, BLANK);
    }

    /**
     * Paints a cell.
     *
     * @param symbol a printable character that stands for what is there
     * @param colour {@code 0xRRGGBB}
     */
    public void paint(int row, int column, char symbol, int colour) {
        int cell = cell(row, column);
        symbols[cell] = symbol;
        colours[cell] = colour & 0xffffff;
    }

    /** How many rows of cells. */
    public int rows() {
        return rows;
    }

    /** How many columns of cells. */
    public int columns() {
        return columns;
    }

    /** What stands for a cell where there are no colours. */
    public char symbol(int row, int column) {
        return symbols[cell(row, column)];
    }

    /** A cell's colour, {@code 0xRRGGBB}. */
    public int colour(int row, int column) {
        return colours[cell(row, column)];
    }

    private int cell(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("cell " + row + ", " + column + " of a picture of " + rows + " by " + columns);
        }
        return row * columns + column;
    }
}
