package org.thaw.runtime.run;

/**
 * A swap that was made.
 *
 * @param step       the step of learning from which on the new learner learns
 * @param from       the old one, {@code finetune@0.1.0}
 * @param to         the new one
 * @param milliseconds how long the run stood still
 * @param stateMilliseconds how much of it the two learners' own save and restore took
 */
public record SwapResult(long step, String from, String to, double milliseconds, double stateMilliseconds) {
}
