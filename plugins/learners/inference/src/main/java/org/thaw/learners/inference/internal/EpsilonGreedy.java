package org.thaw.learners.inference.internal;

/** The distribution of an ε-greedy choice over the legal actions, ties split evenly. */
final class EpsilonGreedy {
    private EpsilonGreedy() {
    }

    /**
     * Writes {@code ε / n + (1 − ε) / m} for each of the m best of n legal actions, {@code ε / n} for the others of them, 0 for illegal ones.
     *
     * @param values of the actions, from {@code at} on
     */
    static void spread(double[] values, int at, boolean[] legal, double epsilon, double[] into) {
        double best = Double.NEGATIVE_INFINITY;
        int allowed = 0;
        int ties = 0;
        for (int a = 0; a < legal.length; a++) {
            if (!legal[a]) {
                continue;
            }
            allowed++;
            if (values[at + a] > best) {
                best = values[at + a];
                ties = 0;
            }
            ties += values[at + a] == best ? 1 : 0;
        }
        for (int a = 0; a < legal.length; a++) {
            into[a] = legal[a] ? epsilon / allowed + (values[at + a] == best ? (1 - epsilon) / ties : 0) : 0;
        }
    }
}
