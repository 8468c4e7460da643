package org.thaw.learners.dyna.internal;

import java.util.Arrays;

/** Which pairs lead to a state, by the model: linked lists in arrays. Derived from the model, so never saved; the order within a list means nothing. */
final class Predecessors {
    /** The end of a list. */
    static final int NONE = -1;

    private final int[] first;
    private final int[] next;
    private final int[] previous;
    private final int[] leadsTo;

    Predecessors(int states, int actions) {
        int pairs = states * actions;
        first = new int[states];
        next = new int[pairs];
        previous = new int[pairs];
        leadsTo = new int[pairs];
        clear();
    }

    private void clear() {
        Arrays.fill(first, NONE);
        Arrays.fill(leadsTo, NONE);
    }

    /** The first pair that leads to a state, or {@link #NONE}. */
    int first(int state) {
        return first[state];
    }

    /** The pair after this one in its list, or {@link #NONE}. */
    int next(int pair) {
        return next[pair];
    }

    /** From now on the pair leads to this state, wherever it led before. */
    void lead(int pair, int state) {
        if (leadsTo[pair] == state) {
            return;
        }
        if (leadsTo[pair] != NONE) {
            remove(pair);
        }
        leadsTo[pair] = state;
        previous[pair] = NONE;
        next[pair] = first[state];
        if (first[state] != NONE) {
            previous[first[state]] = pair;
        }
        first[state] = pair;
    }

    private void remove(int pair) {
        if (previous[pair] == NONE) {
            first[leadsTo[pair]] = next[pair];
        } else {
            next[previous[pair]] = next[pair];
        }
        if (next[pair] != NONE) {
            previous[next[pair]] = previous[pair];
        }
    }

    /** What a model says. */
    void rebuild(Model model) {
        clear();
        for (int pair = 0; pair < leadsTo.length; pair++) {
            if (model.isTried(pair)) {
                lead(pair, model.next(pair));
            }
        }
    }
}
