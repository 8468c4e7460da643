package org.thaw.toolkit.control;

/**
 * How ε falls: linearly from its first to its final value.
 *
 * @param epsilon      at the start
 * @param finalEpsilon after the decay
 * @param decaySteps   transitions over which it goes from the one to the other; 0 keeps the first
 */
public record Exploration(double epsilon, double finalEpsilon, long decaySteps) {
    /** ε after so many transitions. */
    public double at(long transitions) {
        if (decaySteps == 0) {
            return epsilon;
        }
        double done = Math.min(1, (double) transitions / decaySteps);
        return epsilon + done * (finalEpsilon - epsilon);
    }
}
