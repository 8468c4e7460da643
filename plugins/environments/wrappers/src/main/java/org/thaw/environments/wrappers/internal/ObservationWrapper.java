package org.thaw.environments.wrappers.internal;

import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;

/** A wrapper that shows something else than the inner world does. Rewards, legal actions and whose turn it is stay. */
abstract class ObservationWrapper extends Wrapper {
    private final Signature signature;
    private final StepBuffer seen;

    /** @param shown what is observed of it */
    ObservationWrapper(Inner inner, Space shown) {
        super(inner);
        signature = new Signature(shown, inner.signature().output());
        seen = new StepBuffer(inner.signature());
    }

    /** Turns an observation of the inner world into one of this world, all of which is written. */
    abstract void show(Tensor inner, Tensor outer, boolean first);

    @Override
    public final Signature signature() {
        return signature;
    }

    @Override
    public final void reset(StepBuffer out) {
        inner.reset(seen);
        pass(out);
    }

    @Override
    public final void step(Action action, StepBuffer out) {
        inner.step(action, seen);
        pass(out);
    }

    private void pass(StepBuffer out) {
        show(seen.observation(), out.observation(), seen.isFirst());
        System.arraycopy(seen.legal(), 0, out.legal(), 0, seen.legal().length);
        out.outcomeFrom(seen);
    }
}
