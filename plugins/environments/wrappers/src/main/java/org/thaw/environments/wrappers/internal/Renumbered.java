package org.thaw.environments.wrappers.internal;

import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/** Numbered states under other numbers: state {@code order[i]} there is state i here, as an element of a one-hot vector would be moved. */
final class Renumbered extends ObservationWrapper {
    private final int[] number;

    Renumbered(Inner inner, int[] order) {
        super(inner, inner.signature().input());
        number = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            number[order[i]] = i;
        }
    }

    @Override
    void show(Tensor inner, Tensor outer, boolean first) {
        outer.ints()[0] = number[inner.ints()[0]];
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        Order.save(number, out);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        Order.restore(number, in);
    }
}
