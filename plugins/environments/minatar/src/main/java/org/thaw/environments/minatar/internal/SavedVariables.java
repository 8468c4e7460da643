package org.thaw.environments.minatar.internal;

import org.thaw.api.StateKind;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/** Writes variables, each as a tensor of its name. */
record SavedVariables(StateWriter out) implements Variables {
    @Override
    public int number(String name, int value, int low, int high) {
        write(name, Tensor.of(new int[] {value}, 1));
        return value;
    }

    @Override
    public void numbers(String name, int[] values, int low, int high) {
        write(name, Tensor.of(values, values.length));
    }

    @Override
    public void swarm(String name, Swarm things) {
        write(name, things.toTensor());
    }

    private void write(String name, Tensor value) {
        out.tensor(StateKind.MEMORY, name, value);
    }
}
