package org.thaw.learners.imitation.internal;

import org.thaw.api.learner.Sequences;

/** What a student is to predict in the steps of a window. */
interface Targets {
    /**
     * Writes a row for each step, from {@code at}: the probabilities of all actions; zeros where nothing is to be predicted, as in last steps.
     *
     * @param to [steps, actions]
     * @return in how many steps something is to be predicted
     */
    int write(Sequences windows, int window, float[] to, int at);
}
