package org.thaw.toolkit;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** The first values θ₀ of a network's parameters, and the penalty {@code λ ‖θ − θ₀‖²} towards them (Kumar, Marklund and Van Roy 2023, eq. 2). */
public final class FirstValues implements Stateful {
    private final float[] first;

    /** Takes note of these parameters. */
    public FirstValues(float[] parameters) {
        first = parameters.clone();
    }

    /** Adds the penalty's gradient {@code 2 λ (θ − θ₀)}. */
    public void addGradient(double lambda, float[] parameters, float[] gradient) {
        float twice = (float) (2 * lambda);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += twice * (parameters[i] - first[i]);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "first", Tensor.of(first, first.length));
    }

    /** Keeps its own where another learner's state has no such part: one that takes another's place is drawn to its own first values. */
    @Override
    public void restore(StateReader in) {
        if (in.has("first")) {
            in.into("first", Tensor.of(first, first.length));
        }
    }
}
