package org.thaw.learners.inference.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.tck.host.Moment;

/** A life written by hand. */
final class Told {
    private final Signature signature;
    private final List<Moment> moments = new ArrayList<>();
    private final Action latest;

    Told(Signature signature) {
        this.signature = signature;
        latest = new Action(signature);
    }

    /** The first step of an episode, and what was done in it. */
    Told first(int observation, int action) {
        return add(Step.Kind.FIRST, observation, 0, action);
    }

    /** A step in between, with the reward for the action before, and what was done in it. */
    Told then(double reward, int observation, int action) {
        return add(Step.Kind.MID, observation, reward, action);
    }

    /** The episode terminates. */
    Told ends(double reward, int observation) {
        return add(Step.Kind.LAST, observation, reward, Action.NONE);
    }

    private Told add(Step.Kind kind, int observation, double reward, int action) {
        StepBuffer step = new StepBuffer(signature);
        step.observation().ints()[0] = observation;
        switch (kind) {
            case FIRST -> step.first();
            case MID -> step.transition(reward);
            case LAST -> step.termination(reward);
        }
        if (kind != Step.Kind.FIRST) {
            step.previousAction(latest);
        }
        Decision decision = new Decision(signature);
        decision.choose(action);
        if (action == Action.NONE) {
            decision.clear();
        }
        latest.set(action);
        moments.add(new Moment(step, decision));
        return this;
    }

    List<Moment> life() {
        return moments;
    }
}
