package org.thaw.learners.imitation.internal;

import org.thaw.api.environment.Step;

/** How a step becomes a row of numbers for a network. */
interface Encoding {
    /** Numbers of a row. */
    int width();

    /**
     * Writes all numbers of a step to {@code to[at … at + width())}.
     *
     * @param before holds the row of the step before it from {@code beforeAt}, all zeros where none is known; another place than the one written to
     */
    void write(Step step, float[] before, int beforeAt, float[] to, int at);
}
