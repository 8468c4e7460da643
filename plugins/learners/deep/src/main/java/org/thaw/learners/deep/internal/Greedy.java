package org.thaw.learners.deep.internal;

/** The best action. */
final class Greedy {
    /** Where no action is legal: allowed in the last step of an episode, in which nothing is decided. */
    static final int NONE = -1;

    private Greedy() {
    }

    /**
     * The legal action of the highest value, the first of equals; {@link #NONE} if no action is legal.
     *
     * @param values of the actions, from index {@code at}
     * @param legal  likewise, from index {@code legalAt}
     */
    static int bestOrNone(float[] values, int at, boolean[] legal, int legalAt, int actions) {
        int best = NONE;
        for (int a = 0; a < actions; a++) {
            if (legal[legalAt + a] && (best < 0 || values[at + a] > values[at + best])) {
                best = a;
            }
        }
        return best;
    }

    /** The same. @throws IllegalArgumentException if no action is legal */
    static int best(float[] values, int at, boolean[] legal, int legalAt, int actions) {
        int best = bestOrNone(values, at, legal, legalAt, actions);
        if (best == NONE) {
            throw none();
        }
        return best;
    }

    static IllegalArgumentException none() {
        return new IllegalArgumentException("no action is legal here");
    }
}
