package org.thaw.runtime.internal.engine;

import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Transitions;

/** The latest transitions of all lanes, in buffers that are used again. */
final class Stretch implements Transitions {
    private final StepBuffer[][] from;
    private final StepBuffer[][] to;
    private final Decision[][] decisions;
    private final int horizon;
    private int length;

    Stretch(Signature signature, int horizon) {
        int lanes = signature.lanes();
        this.horizon = horizon;
        from = new StepBuffer[lanes][horizon];
        to = new StepBuffer[lanes][horizon];
        decisions = new Decision[lanes][horizon];
        for (int lane = 0; lane < lanes; lane++) {
            for (int t = 0; t < horizon; t++) {
                from[lane][t] = new StepBuffer(signature, lane);
                to[lane][t] = new StepBuffer(signature, lane);
                decisions[lane][t] = new Decision(signature);
            }
        }
    }

    void departs(int lane, Step step, Decision decision) {
        from[lane][length].copyFrom(step);
        decisions[lane][length].copyFrom(decision);
    }

    void arrives(int lane, Step step) {
        to[lane][length].copyFrom(step);
    }

    /** One time step more; true if it is full. */
    boolean advance() {
        return ++length == horizon;
    }

    void clear() {
        length = 0;
    }

    @Override
    public int lanes() {
        return from.length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public Step from(int lane, int t) {
        return from[lane][within(t)];
    }

    @Override
    public Decision decision(int lane, int t) {
        return decisions[lane][within(t)];
    }

    @Override
    public Step to(int lane, int t) {
        return to[lane][within(t)];
    }

    private int within(int t) {
        if (t < 0 || t >= length) {
            throw new IndexOutOfBoundsException("transition " + t + " of " + length);
        }
        return t;
    }
}
