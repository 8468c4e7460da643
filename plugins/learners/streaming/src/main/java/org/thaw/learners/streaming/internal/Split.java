package org.thaw.learners.streaming.internal;

/**
 * A test that splits a leaf: {@code x[attribute] ≤ threshold} goes left.
 *
 * @param attribute which number of the input; −1 for no split at all, whose gain is 0
 * @param threshold the greatest value that goes left
 * @param gain      information gain in bits
 */
record Split(int attribute, double threshold, double gain) {
    /** Leaves the leaf as it is. */
    static final Split NONE = new Split(-1, 0, 0);

    /** Entropy in bits of a distribution given by counts. */
    static double entropy(double[] counts) {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        double entropy = 0;
        for (double count : counts) {
            if (count > 0) {
                entropy -= count / total * (StrictMath.log(count / total) / StrictMath.log(2));
            }
        }
        return entropy;
    }

    /** Hoeffding's bound: a mean of n values of range R is off by more than {@code ε = √(R² ln(1/δ) / (2n))} with probability δ at most. */
    static double hoeffding(double range, double delta, double n) {
        return Math.sqrt(range * range * StrictMath.log(1 / delta) / (2 * n));
    }
}
