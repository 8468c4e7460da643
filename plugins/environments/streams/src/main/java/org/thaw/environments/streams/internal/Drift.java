package org.thaw.environments.streams.internal;

import org.thaw.api.Parameter;

/**
 * Which concept an example of a stream is drawn from. Concept k takes over from k − 1 at example t₀ = k · period: at once (width 0: abrupt), or gradually:
 * example t around t₀ is of the new concept with probability 1/(1 + e<sup>−4 (t − t₀)/w</sup>), w being the width (Bifet et al. 2009, sigmoid). With
 * a number of concepts given they come back in turn: recurring drift.
 */
record Drift(
        @Parameter(value = "examples from one drift to the next; 0: no drift", byDefault = "12500", range = "[0,*)", source = "Street and Kim 2001") int period,
        @Parameter(value = "examples that a change takes, w; 0: abrupt", byDefault = "0", range = "[0,*)") int width,
        @Parameter(value = "number of concepts, which then recur in turn; 0: each is new", byDefault = "0", range = "[0,*)") int concepts) {
    Drift {
        if (period < 0 || width < 0 || concepts < 0) {
            throw new IllegalArgumentException("drift: period " + period + ", width " + width + ", concepts " + concepts + ": expected 0 or more each");
        }
        if (width > period) {
            throw new IllegalArgumentException("drift: a change that takes " + width + " examples is not over before the next, " + period + " examples later");
        }
    }

    /** How many stretches a stream of that length has, the last perhaps a shorter one. */
    int stretches(int examples) {
        return period == 0 ? 1 : (examples - 1) / period + 1;
    }

    /** The first example of a stretch. */
    int start(int stretch) {
        return period * stretch;
    }

    /**
     * The stretch whose concept an example is of.
     *
     * @param stretches how many there are
     * @param u         uniform in [0, 1)
     */
    int stretchOf(long example, int stretches, double u) {
        if (period == 0) {
            return 0;
        }
        int here = (int) (example / period);
        if (width == 0) {
            return here;
        }
        int boundary = (int) ((example + period / 2) / period);
        if (boundary == 0 || boundary == stretches) {
            return here;
        }
        return u < takenOver(example - (long) boundary * period) ? boundary : boundary - 1;
    }

    /** The probability of the new concept so many examples after t₀. */
    double takenOver(long examples) {
        return 1 / (1 + StrictMath.exp(-4.0 * examples / width));
    }

    /** The number of a stretch's concept. */
    int concept(int stretch) {
        return concepts == 0 ? stretch : stretch % concepts;
    }
}
