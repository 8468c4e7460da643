package org.thaw.tck.host;

import java.util.Arrays;
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

    /** Whether the steps and what was decided in them agree, bit for bit. */
    public boolean sameBits(Moment other) {
        return step.kind() == other.step.kind() && step.reward() == other.step.reward() && step.discount() == other.step.discount()
                && step.player() == other.step.player() && step.observation().sameBits(other.step.observation())
                && Arrays.equals(step.legal(), other.step.legal()) && sameBits(decision, other.decision);
    }

    private static boolean sameBits(Decision a, Decision b) {
        return a.action().index() == b.action().index() && Arrays.equals(a.action().values(), b.action().values())
                && Double.compare(a.logProbability(), b.logProbability()) == 0 && Double.compare(a.value(), b.value()) == 0
                && a.hasDistribution() == b.hasDistribution() && (!a.hasDistribution() || Arrays.equals(a.distribution(), b.distribution()))
                && Arrays.equals(a.memo(), b.memo());
    }

    @Override
    public String toString() {
        return step.kind() + " lane " + step.lane() + " reward " + step.reward() + " chosen " + decision.action().index() + " log-probability "
                + decision.logProbability();
    }
}
