package org.thaw.environments.grids.internal;

import java.util.Arrays;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;

/** How somebody sees where he is. */
public enum View {
    /** The number of the cell, row by row from the upper left. */
    CELL {
        @Override
        Space space(Grid grid) {
            return new Space.Categorical(grid.cells());
        }

        @Override
        void write(int cell, StepBuffer out) {
            out.observation().ints()[0] = cell;
        }
    },
    /** {@code F32[rows, columns, 1]}: 1 at the cell, 0 elsewhere. */
    PIXELS {
        @Override
        Space space(Grid grid) {
            return Space.Real.of(0, 1, grid.rows(), grid.columns(), 1);
        }

        @Override
        void write(int cell, StepBuffer out) {
            float[] pixels = out.observation().floats();
            Arrays.fill(pixels, 0);
            pixels[cell] = 1;
        }
    };

    abstract Space space(Grid grid);

    abstract void write(int cell, StepBuffer out);
}
