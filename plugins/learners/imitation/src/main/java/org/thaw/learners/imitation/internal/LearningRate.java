package org.thaw.learners.imitation.internal;

/**
 * A learning rate over a study whose length the student does not know: it rises in proportion over the warm-up, stays, and falls in the end as one over the square root of the
 * number of updates (Vaswani et al. 2017, eq. 3).
 *
 * @param peak      the rate between rise and fall
 * @param warmUp    updates until it is there; 0: none
 * @param decayFrom updates after which it falls; 0: never
 */
record LearningRate(double peak, long warmUp, long decayFrom) {
    static final String DECAY = "updates after which the learning rate falls, as one over the square root of their number; 0: never";
    static final String DECAY_SOURCE = "Vaswani et al. 2017, eq. 3";

    /** The rate of the update after so many. */
    double after(long updates) {
        if (updates < warmUp) {
            return peak * (updates + 1) / warmUp;
        }
        return decayFrom > 0 && updates >= decayFrom ? peak * StrictMath.sqrt((double) decayFrom / (updates + 1)) : peak;
    }
}
