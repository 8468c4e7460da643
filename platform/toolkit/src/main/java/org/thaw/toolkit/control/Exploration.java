package org.thaw.toolkit.control;

/**
 * How the probability ε of a random action falls: it stays at its first value until a number of transitions were lived, then goes to its final value on a
 * straight line.
 *
 * @param epsilon      at the start
 * @param finalEpsilon after the decay
 * @param start        transitions before the decay
 * @param decaySteps   transitions over which it goes from the one to the other; 0: it falls at once
 */
public record Exploration(double epsilon, double finalEpsilon, long start, long decaySteps) {
    /** A decay that begins with the first transition; with 0 {@code decaySteps} there is none, and ε stays at its first value. */
    public Exploration(double epsilon, double finalEpsilon, long decaySteps) {
        this(epsilon, decaySteps == 0 ? epsilon : finalEpsilon, 0, decaySteps);
    }

    /** ε after so many transitions. */
    public double at(long transitions) {
        if (transitions < start) {
            return epsilon;
        }
        long gone = transitions - start;
        return gone >= decaySteps ? finalEpsilon : epsilon + (finalEpsilon - epsilon) * gone / decaySteps;
    }
}
