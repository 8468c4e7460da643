package org.thaw.environments.wrappers.internal;

import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** A wrapper whose inner world can be drawn: it looks as that does. The wrappers themselves need not know. */
record Visible(World wrapper, Drawable within) implements World, Drawable {
    @Override
    public Picture draw() {
        return within.draw();
    }

    @Override
    public Signature signature() {
        return wrapper.signature();
    }

    @Override
    public void reset(StepBuffer out) {
        wrapper.reset(out);
    }

    @Override
    public void step(Action action, StepBuffer out) {
        wrapper.step(action, out);
    }

    @Override
    public void save(StateWriter out) {
        wrapper.save(out);
    }

    @Override
    public void restore(StateReader in) {
        wrapper.restore(in);
    }

    @Override
    public void close() {
        wrapper.close();
    }
}
