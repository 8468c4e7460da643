package org.thaw.environments.minatar.internal;

import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;

/** Always the same uniform number, and 0 for every whole one. */
record FixedRandomness(double uniform) implements Randomness {
    @Override
    public int integer(int n) {
        return 0;
    }

    @Override
    public void save(StateWriter out) {
    }

    @Override
    public void restore(StateReader in) {
    }
}
