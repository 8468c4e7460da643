package org.thaw.api.learner;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Stateful;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Step;

/**
 * Holds information: the context of one lifetime, one for each lane. Acting reads and extends it; it never touches the learner. A policy
 * without context keeps the defaults of {@code save} and {@code restore}.
 */
@ConsumerType
public interface Policy extends Stateful {
    /**
     * Chooses the next action of lane {@code step.lane()}. Called at every step but the last of an episode; a first step begins another
     * episode of the same lifetime, not a new context.
     *
     * @param decision where to write the action, and whatever else learning wants back
     */
    void act(Step step, Decision decision);

    /** Chooses for all lanes at once; one forward pass serves them all in policies that override this. */
    default void act(Steps steps, Decisions decisions) {
        for (int i = 0; i < steps.count(); i++) {
            act(steps.step(i), decisions.decision(i));
        }
    }

    /** Extends the context by a step without acting: last steps of episodes, and trajectories of others. */
    default void observe(Step step) {
    }

    /** Extends the contexts of several lanes at once. */
    default void observe(Steps steps) {
        for (int i = 0; i < steps.count(); i++) {
            observe(steps.step(i));
        }
    }

    @Override
    default void save(StateWriter out) {
    }

    @Override
    default void restore(StateReader in) {
    }
}
