package org.thaw.environments.grids.internal;

import org.thaw.api.RandomStream;

/** From which cells a hidden goal is drawn. Two disjoint sets, so that it can be asked whether what was learned with some goals holds for others. */
public enum Goals {
    /** All. */ ALL,
    /** Those whose number is not a multiple of 5. */ STUDIED,
    /** Those whose number is a multiple of 5. */ HELD_OUT;

    private static final int EVERY = 5;

    /** Draws the number of one of so many cells, each of the set as likely as any other. */
    int draw(int cells, RandomStream draws) {
        int heldOut = (cells + EVERY - 1) / EVERY;
        return switch (this) {
            case ALL -> draws.nextInt(cells);
            case HELD_OUT -> EVERY * draws.nextInt(heldOut);
            case STUDIED -> {
                int n = draws.nextInt(cells - heldOut);
                yield n + n / (EVERY - 1) + 1;
            }
        };
    }
}
