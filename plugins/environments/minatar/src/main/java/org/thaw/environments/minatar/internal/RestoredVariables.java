package org.thaw.environments.minatar.internal;

import org.thaw.api.StateReader;
import org.thaw.api.Tensor;

/** Reads variables back. What no game could have saved is refused. */
record RestoredVariables(StateReader in) implements Variables {
    @Override
    public int number(String name, int value, int low, int high) {
        int[] saved = new int[1];
        numbers(name, saved, low, high);
        return saved[0];
    }

    @Override
    public void numbers(String name, int[] values, int low, int high) {
        in.into(name, Tensor.of(values, values.length));
        for (int value : values) {
            if (value < low || value > high) {
                throw new IllegalArgumentException(name + ": " + value + ", expected " + low + " to " + high);
            }
        }
    }

    @Override
    public void swarm(String name, Swarm things) {
        try {
            things.copyFrom(in.tensor(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
