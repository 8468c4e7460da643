package org.thaw.learners.deep.internal;

/** The best action. */
final class Greedy {
    private Greedy() {
    }

    /**
     * The legal action of the highest value, the first of equals.
     *
     * @param values of the actions, from index {@code at}
     * @param legal  likewise, from index {@code legalAt}
     * @throws IllegalArgumentException if no action is legal
     */
    static int best(float[] values, int at, boolean[] legal, int legalAt, int actions) {
        int best = -1;
        for (int a = 0; a < actions; a++) {
            if (legal[legalAt + a] && (best < 0 || values[at + a] > values[at + best])) {
                best = a;
            }
        }
        if (best < 0) {
            throw none();
        }
        return best;
    }

    static IllegalArgumentException none() {
        return new IllegalArgumentException("no action is legal here");
    }
}
