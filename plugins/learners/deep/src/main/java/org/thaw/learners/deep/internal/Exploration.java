package org.thaw.learners.deep.internal;

/**
 * The probability ε of a random action: {@code first} until a number of steps were lived, then on a straight line to {@code last}.
 *
 * @param start steps before the decline
 * @param steps of the decline; 0: ε falls at once
 */
record Exploration(double first, double last, long start, long steps) {
    /** ε when so many steps were lived. */
    double at(long lived) {
        if (lived < start) {
            return first;
        }
        return lived - start >= steps ? last : first + (last - first) * (lived - start) / steps;
    }
}
