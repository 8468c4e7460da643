package org.thaw.learners.policygradient.internal;

import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Transitions;

/** Transitions of one lane, told one by one. */
final class Story implements Transitions {
    private final Step[] from;
    private final Decision[] decisions;
    private final Step[] to;
    private int length;

    Story(int most) {
        from = new Step[most];
        decisions = new Decision[most];
        to = new Step[most];
    }

    Story add(Step before, Decision decision, Step after) {
        from[length] = before;
        decisions[length] = decision;
        to[length++] = after;
        return this;
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public Step from(int lane, int t) {
        return from[t];
    }

    @Override
    public Decision decision(int lane, int t) {
        return decisions[t];
    }

    @Override
    public Step to(int lane, int t) {
        return to[t];
    }
}
