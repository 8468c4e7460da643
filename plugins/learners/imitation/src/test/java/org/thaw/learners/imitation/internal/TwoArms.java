package org.thaw.learners.imitation.internal;

import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** Two arms, one of which always pays 1 and the other nothing; every third pull ends an episode, and the arms do not notice. */
final class TwoArms implements World {
    static final Signature SIGNATURE = new Signature(new Space.Categorical(1), new Space.Categorical(2));
    private static final int EPISODE = 3;

    private int good;
    private int pulls;

    TwoArms(int good) {
        this.good = good;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public void reset(StepBuffer out) {
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        double reward = action.index() == good ? 1 : 0;
        if (++pulls % EPISODE == 0) {
            out.termination(reward);
        } else {
            out.transition(reward);
        }
    }

    private record State(int good, int pulls) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "arms", new State(good, pulls));
    }

    @Override
    public void restore(StateReader in) {
        State state = in.record("arms", State.class);
        good = state.good();
        pulls = state.pulls();
    }
}
