package org.thaw.learners.inference.internal;

import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;

/** Reads one tensor of what another object saved. */
final class Seen implements Stateful {
    private final String name;
    private double[] values = {};

    Seen(String name) {
        this.name = name;
    }

    double[] values() {
        return values;
    }

    @Override
    public void save(StateWriter out) {
    }

    @Override
    public void restore(StateReader in) {
        values = in.tensor(name).doubles();
    }
}
