package org.thaw.tck.host;

import org.thaw.api.Cue;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Policy;

/** An actor that knows nothing, for lives whose policy was made elsewhere. */
record Passenger() implements Actor {
    @Override
    public Policy policy(Mode mode, Cue cue) {
        throw new UnsupportedOperationException("whoever makes the life brings the policy");
    }

    @Override
    public long updates() {
        return 0;
    }

    @Override
    public void save(StateWriter out) {
    }

    @Override
    public void restore(StateReader in) {
    }
}
