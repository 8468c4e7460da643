package org.thaw.learners.imitation.internal;

/**
 * How rewards are shown to a network: times a factor, then bounded.
 *
 * @param factor what they are multiplied by
 * @param limit  greatest size after that; 0: no bound
 */
record RewardScale(double factor, double limit) {
    float of(double reward) {
        double scaled = factor * reward;
        return (float) (limit > 0 ? Math.max(-limit, Math.min(limit, scaled)) : scaled);
    }
}
