package org.thaw.environments.wrappers.internal;

import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** A world around another one, like it in all that is not overridden. Its state is the inner world's, below {@code of}. */
abstract class Wrapper implements World {
    final World inner;

    Wrapper(Inner inner) {
        this.inner = inner.world();
    }

    @Override
    public Signature signature() {
        return inner.signature();
    }

    @Override
    public void reset(StepBuffer out) {
        inner.reset(out);
    }

    @Override
    public void step(Action action, StepBuffer out) {
        inner.step(action, out);
    }

    @Override
    public void save(StateWriter out) {
        out.part("of", inner);
    }

    @Override
    public void restore(StateReader in) {
        in.part("of", inner);
    }

    @Override
    public void close() {
        inner.close();
    }
}
