package org.thaw.environments.grids.internal;

import org.thaw.api.environment.Picture;

/** A picture of a grid being drawn. */
final class Sketch {
    static final int FREE = 0xe8e4d8;
    static final int WALL = 0x4a4a4a;
    static final int START = 0xb8c8d8;
    static final int GOAL = 0x3a9d5d;
    static final int KEY = 0xe0b030;
    static final int DOOR = 0x8a5a30;
    static final int AGENT = 0xd04030;

    private final Grid grid;
    private final Picture picture;

    /** Begins with free cells and walls. */
    Sketch(Grid grid) {
        this.grid = grid;
        this.picture = new Picture(grid.rows(), grid.columns());
        for (int cell = 0; cell < grid.cells(); cell++) {
            boolean wall = grid.isWall(cell);
            mark(cell, wall ? '#' : '.', wall ? WALL : FREE);
        }
    }

    /** Puts something onto a cell, over what was there. */
    Sketch mark(int cell, char symbol, int colour) {
        picture.paint(grid.cell(cell).row(), grid.cell(cell).column(), symbol, colour);
        return this;
    }

    Sketch agent(int cell) {
        return mark(cell, '@', AGENT);
    }

    Picture picture() {
        return picture;
    }
}
