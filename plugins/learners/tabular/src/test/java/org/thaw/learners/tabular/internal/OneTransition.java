package org.thaw.learners.tabular.internal;

import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Transitions;

/** A single transition to learn from. */
final class OneTransition implements Transitions {
    private final StepBuffer from;
    private final StepBuffer to;
    private final Decision decision;

    OneTransition(Signature signature, int state, int action, int next) {
        from = new StepBuffer(signature);
        from.observation().ints()[0] = state;
        from.first();
        decision = new Decision(signature);
        decision.choose(action);
        to = new StepBuffer(signature);
        to.observation().ints()[0] = next;
    }

    /** The step that it comes from: a first one, unless written otherwise. */
    StepBuffer from() {
        return from;
    }

    /** The step that it leads to, to be written. */
    StepBuffer to() {
        return to;
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public int length() {
        return 1;
    }

    @Override
    public Step from(int lane, int t) {
        return from;
    }

    @Override
    public Decision decision(int lane, int t) {
        return decision;
    }

    @Override
    public Step to(int lane, int t) {
        return to;
    }
}
