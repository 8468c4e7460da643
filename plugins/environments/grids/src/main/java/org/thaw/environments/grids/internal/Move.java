package org.thaw.environments.grids.internal;

/** The four actions of a grid world, in the order of their numbers: clockwise. */
enum Move {
    UP(-1, 0), RIGHT(0, 1), DOWN(1, 0), LEFT(0, -1);

    /** How many there are. */
    static final int COUNT = 4;

    private final int rows;
    private final int columns;

    Move(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** The cell that lies there. */
    Cell from(Cell cell) {
        return new Cell(cell.row() + rows, cell.column() + columns);
    }

    /** The number of the action a quarter turn to the left of another one. */
    static int leftOf(int move) {
        return (move + COUNT - 1) % COUNT;
    }

    /** The number of the action a quarter turn to the right of another one. */
    static int rightOf(int move) {
        return (move + 1) % COUNT;
    }
}
