package org.thaw.api.proof.host;

import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;

/**
 * A step and what was decided in it, kept.
 *
 * @param step     a copy
 * @param decision a copy; nothing chosen in the last step of an episode
 */
public record Moment(StepBuffer step, Decision decision) {
    /** Copies both. */
    public static Moment of(Signature signature, Step step, Decision decision) {
        Moment moment = new Moment(new StepBuffer(signature, step.lane()), new Decision(signature));
        moment.step.copyFrom(step);
        moment.decision.copyFrom(decision);
        return moment;
    }

    @Override
    public String toString() {
        return step.kind() + " lane " + step.lane() + " reward " + step.reward() + " chosen " + decision.action().index() + " log-probability "
                + decision.logProbability();
    }
}
