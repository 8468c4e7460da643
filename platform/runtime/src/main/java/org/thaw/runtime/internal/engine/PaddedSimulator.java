package org.thaw.runtime.internal.engine;

import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.StepBuffer;

/** A simulator whose steps are padded for a learner that is made for more. */
record PaddedSimulator(Padding padding, Simulator inner, StepBuffer written) implements Simulator {
    @Override
    public Signature signature() {
        return padding.learner().withLanes(1);
    }

    @Override
    public Simulator copy(RandomStream chance) {
        return padding.simulator(inner.copy(chance));
    }

    @Override
    public void copyFrom(Simulator other) {
        inner.copyFrom(other instanceof PaddedSimulator padded ? padded.inner : other);
    }

    @Override
    public void look(StepBuffer out) {
        inner.look(written);
        padding.show(written, out);
    }

    @Override
    public void reset(StepBuffer out) {
        inner.reset(written);
        padding.show(written, out);
    }

    @Override
    public void step(Action action, StepBuffer out) {
        inner.step(action, written);
        written.previousAction(action);
        padding.show(written, out);
    }

    @Override
    public void save(StateWriter out) {
        inner.save(out);
    }

    @Override
    public void restore(StateReader in) {
        inner.restore(in);
    }

    @Override
    public void close() {
        inner.close();
    }
}
