package org.thaw.environments.grids.internal;

/** A place on a grid; row 0 is the uppermost, column 0 the leftmost. */
record Cell(int row, int column) {
    @Override
    public String toString() {
        return "row " + row + ", column " + column;
    }
}
