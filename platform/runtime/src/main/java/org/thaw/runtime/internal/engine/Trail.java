package org.thaw.runtime.internal.engine;

import org.thaw.api.Signature;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.protocol.Budget;
import org.thaw.runtime.internal.recording.Recording;

/**
 * The steps of a recording one after the other, life after life, as far as a budget and the recording go. A budget counts as it does for a life: steps in
 * which was acted, or episodes that ended.
 */
final class Trail {
    private final Recording recording;
    private final Budget budget;
    private final StepBuffer step;
    private final Decision decision;
    private int life;
    private long at;
    private long position;
    private long left;

    Trail(Recording recording, Signature signature, Budget budget) {
        this.recording = recording;
        this.budget = budget;
        this.step = new StepBuffer(signature);
        this.decision = new Decision(signature);
        this.left = budget.amount();
    }

    /** Goes one step further; false at the end. */
    boolean next() {
        while (life < recording.lives() && at >= recording.steps(life)) {
            life++;
            at = 0;
        }
        boolean steps = budget.unit() == Budget.Unit.STEPS;
        if (life == recording.lives() || left == 0 && (!steps || at == 0)) {
            return false;
        }
        recording.read(life, at, step, decision);
        if (left == 0 && !step.isLast()) {
            return false;
        }
        at++;
        position++;
        if (steps != step.isLast()) {
            left--;
        }
        return true;
    }

    /** Goes to where another stood. */
    void skip(long to) {
        while (position < to && next()) {
            // only to get there
        }
    }

    /** How many steps it has gone, last ones included. */
    long position() {
        return position;
    }

    /** The present step. */
    StepBuffer step() {
        return step;
    }

    /** What was done in it; nothing in an episode's last step. */
    Decision decision() {
        return decision;
    }
}
