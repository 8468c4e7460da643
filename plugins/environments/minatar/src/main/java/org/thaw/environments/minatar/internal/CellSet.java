package org.thaw.environments.minatar.internal;

/** A set of cells: a bit for each, in reading order, rows 0 to 4 in one word and 5 to 9 in the other. */
final class CellSet {
    private static final int ROWS = Game.SIZE / 2;
    private static final int CELLS = ROWS * Game.SIZE;
    /** The bits of all cells in a word, of its first row and of its first and last columns. */
    private static final long ALL = (1L << CELLS) - 1;
    private static final long ROW = (1L << Game.SIZE) - 1;
    private static final long FIRST_COLUMN = ALL / ROW;
    private static final long LAST_COLUMN = FIRST_COLUMN << Game.LAST;

    private long upper;
    private long lower;

    boolean has(int row, int column) {
        return (word(row) >>> place(row, column) & 1) == 1;
    }

    void add(int row, int column) {
        set(row, word(row) | 1L << place(row, column));
    }

    void remove(int row, int column) {
        set(row, word(row) & ~(1L << place(row, column)));
    }

    private long word(int row) {
        return row < ROWS ? upper : lower;
    }

    private void set(int row, long word) {
        if (row < ROWS) {
            upper = word;
        } else {
            lower = word;
        }
    }

    private static int place(int row, int column) {
        return (row < ROWS ? row : row - ROWS) * Game.SIZE + column;
    }

    void clear() {
        upper = 0;
        lower = 0;
    }

    /** Adds a rectangle, its last row and column included. */
    void fill(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                add(row, column);
            }
        }
    }

    int count() {
        return Long.bitCount(upper) + Long.bitCount(lower);
    }

    boolean isEmpty() {
        return (upper | lower) == 0;
    }

    boolean anyInColumn(int column) {
        return ((upper | lower) & FIRST_COLUMN << column) != 0;
    }

    boolean anyInRow(int row) {
        return row(row) != 0;
    }

    /** The columns with cells in a row, as bits. */
    private int row(int row) {
        return (int) (word(row) >>> place(row, 0) & ROW);
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
        upper = upper >>> Game.SIZE | (lower & ROW) << CELLS - Game.SIZE;
        lower >>>= Game.SIZE;
    }

    /** All cells one row down; those in row 9 leave. */
    void moveDown() {
        lower = (lower << Game.SIZE | upper >>> CELLS - Game.SIZE) & ALL;
        upper = upper << Game.SIZE & ALL;
    }

    /** All cells one row down; those in row 9 come back in row 0. */
    void moveDownAround() {
        long around = row(Game.LAST);
        moveDown();
        upper |= around;
    }

    /** All cells one column to the left; those in column 0 leave. */
    void moveLeft() {
        upper = (upper & ~FIRST_COLUMN) >>> 1;
        lower = (lower & ~FIRST_COLUMN) >>> 1;
    }

    /** All cells one column to the right; those in column 9 leave. */
    void moveRight() {
        upper = (upper & ~LAST_COLUMN) << 1;
        lower = (lower & ~LAST_COLUMN) << 1;
    }

    /** Removes the cells that are in both from both. Returns how many there were. */
    int annihilate(CellSet other) {
        long aboveBoth = upper & other.upper;
        long belowBoth = lower & other.lower;
        upper ^= aboveBoth;
        lower ^= belowBoth;
        other.upper ^= aboveBoth;
        other.lower ^= belowBoth;
        return Long.bitCount(aboveBoth) + Long.bitCount(belowBoth);
    }

    void draw(Screen screen, int channel) {
        draw(upper, 0, screen, channel);
        draw(lower, CELLS, screen, channel);
    }

    private static void draw(long word, int firstCell, Screen screen, int channel) {
        for (long left = word; left != 0; left &= left - 1) {
            screen.light(firstCell + Long.numberOfTrailingZeros(left), channel);
        }
    }

    /** Saved as one number a row, bit c for column c. */
    void visit(String name, Variables variables) {
        int[] rows = new int[Game.SIZE];
        for (int row = 0; row < Game.SIZE; row++) {
            rows[row] = row(row);
        }
        variables.numbers(name, rows, 0, (int) ROW);
        clear();
        for (int row = 0; row < Game.SIZE; row++) {
            set(row, word(row) | (long) rows[row] << place(row, 0));
        }
    }
}
