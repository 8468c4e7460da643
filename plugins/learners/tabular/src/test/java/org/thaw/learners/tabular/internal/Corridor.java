package org.thaw.learners.tabular.internal;

import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** Cells 0 to 5 in a row; an episode starts in cell 0 and ends with reward 1 in cell 5. Action 0 goes left, 1 right; left is illegal in cell 0. */
final class Corridor implements World {
    static final Signature SIGNATURE = new Signature(new Space.Categorical(6), new Space.Categorical(2));

    private int cell;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public void reset(StepBuffer step) {
        cell = 0;
        step.first();
        show(step);
    }

    @Override
    public void step(Action action, StepBuffer step) {
        cell += action.index() == 1 ? 1 : -1;
        if (cell == 5) {
            step.termination(1);
        } else {
            step.transition(0);
        }
        show(step);
    }

    private void show(StepBuffer step) {
        step.observation().ints()[0] = cell;
        step.legal()[0] = cell > 0;
    }

    /** What is saved. */
    public record Place(int cell) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "place", new Place(cell));
    }

    @Override
    public void restore(StateReader in) {
        cell = in.record("place", Place.class).cell();
    }
}
