package org.thaw.environments.grids.internal;

import java.util.List;
import org.thaw.api.RandomStream;

/** A square room without walls inside. Actions: the four moves and, with number 4, staying. */
record Room(Grid grid) {
    static final int STAY = Move.COUNT;
    static final int ACTIONS = Move.COUNT + 1;

    /** A room of {@code size} by {@code size} cells. */
    static Room of(int size) {
        return new Room(new Grid(size, size, List.of()));
    }

    int cells() {
        return grid.cells();
    }

    /** The number of the cell in the middle; of four, the upper left one. */
    int centre() {
        int middle = (grid.rows() - 1) / 2;
        return grid.number(new Cell(middle, middle));
    }

    /** Where an action leads. */
    int after(int cell, int action) {
        return action == STAY ? cell : grid.after(cell, action);
    }

    boolean contains(int cell) {
        return cell >= 0 && cell < cells();
    }

    /** The number of the cell named, or of one drawn uniformly if none is. */
    int placeOrDraw(String name, List<Integer> place, RandomStream draws) {
        return place.isEmpty() ? draws.nextInt(cells()) : place(name, place);
    }

    /** The number of the cell named. */
    int place(String name, List<Integer> place) {
        return Place.number(name, place, grid);
    }

    /** Refuses places that are neither empty nor in a room of that size. */
    static void check(String name, List<Integer> place, int size) {
        if (!place.isEmpty()) {
            Place.number(name, place, of(size).grid);
        }
    }
}
