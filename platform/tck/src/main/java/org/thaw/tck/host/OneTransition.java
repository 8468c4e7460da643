package org.thaw.tck.host;

import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Transitions;

/**
 * A single transition to learn from.
 *
 * @param from a first step, unless written otherwise
 * @param to   to be written
 */
public record OneTransition(StepBuffer from, Decision decision, StepBuffer to) implements Transitions {
    /** From one numbered observation to another; what kind of step that is, is still to be written. */
    public static OneTransition of(Signature signature, int state, int action, int next) {
        OneTransition made = new OneTransition(new StepBuffer(signature), new Decision(signature), new StepBuffer(signature));
        made.from.observation().ints()[0] = state;
        made.from.first();
        made.decision.choose(action);
        made.to.observation().ints()[0] = next;
        return made;
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
