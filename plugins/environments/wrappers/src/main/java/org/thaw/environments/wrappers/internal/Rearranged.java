package org.thaw.environments.wrappers.internal;

import org.thaw.api.Space;
import org.thaw.api.Tensor;

/** Real observations with their elements in another order or shape: element i here is element {@code from[i]} there. */
class Rearranged extends ObservationWrapper {
    final int[] from;

    Rearranged(Inner inner, Space.Real shown, int[] from) {
        super(inner, shown);
        this.from = from;
    }

    @Override
    final void show(Tensor inner, Tensor outer, boolean first) {
        if (inner.type() == Tensor.Type.F32) {
            float[] there = inner.floats();
            float[] here = outer.floats();
            for (int i = 0; i < from.length; i++) {
                here[i] = there[from[i]];
            }
        } else {
            byte[] there = inner.bytes();
            byte[] here = outer.bytes();
            for (int i = 0; i < from.length; i++) {
                here[i] = there[from[i]];
            }
        }
    }
}
