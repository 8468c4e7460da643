package org.thaw.learners.tabular.internal;

import org.thaw.api.environment.Step;

/** x(s): what a linear function sees of a state (Sutton and Barto 2018, section 9.4). */
interface Features {
    /** How many features there are. */
    int count();

    /** How many of them can be other than zero at once. */
    int most();

    /** Writes those of a step that are not zero; what was there is lost. */
    void of(Step step, Active into);
}
