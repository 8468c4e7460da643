package org.thaw.learners.inference.internal;

import org.thaw.api.Stateful;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;

/** What was done in an observation, whenever it was: a memoryless model of a teacher. */
sealed interface ActionModel extends Stateful permits CountedActions, NearestActions {
    /** Takes in which action was chosen in a step, and nothing else that was recorded of it. */
    void study(Step step, Decision decision);

    /** Writes how often each action was taken in such an observation; all 0 where nothing is known of it. */
    void counts(Step step, double[] into);
}
