package org.thaw.environments.grids.internal;

/** Refusals that say what was wrong and what would be right. */
final class Require {
    private Require() {
    }

    /** @throws IllegalArgumentException unless it holds */
    static void that(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + ", expected " + expected);
        }
    }
}
