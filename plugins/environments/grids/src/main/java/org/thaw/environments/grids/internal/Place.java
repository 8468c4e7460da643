package org.thaw.environments.grids.internal;

import java.util.List;

/** A cell as configurations name it: {@code [row, column]}, counted from 0 at the upper left. */
final class Place {
    private Place() {
    }

    /** The number of that cell. @throws IllegalArgumentException if it is no such pair, or outside of the grid */
    static int number(String name, List<Integer> place, Grid grid) {
        Require.that(place.size() == 2 && place.get(0) >= 0 && place.get(0) < grid.rows() && place.get(1) >= 0 && place.get(1) < grid.columns(), name, place,
                "[row, column] from [0, 0] to [" + (grid.rows() - 1) + ", " + (grid.columns() - 1) + "]");
        return grid.number(new Cell(place.get(0), place.get(1)));
    }
}
