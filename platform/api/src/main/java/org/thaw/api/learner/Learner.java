package org.thaw.api.learner;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Cue;
import org.thaw.api.Stateful;
import org.thaw.api.environment.Data;

/**
 * Holds knowledge: parameters, optimiser, memory. Learning changes it for good, and {@code save} and {@code restore} carry it. There is no
 * switch that freezes a learner: a frozen one is simply never asked to learn, and the host checks that everything {@code save} writes stays
 * the same. One learner and its policies are used by one thread at a time.
 */
@ConsumerType
public interface Learner extends Stateful, AutoCloseable {
    /** A task begins. Called only where the protocol has boundaries, and its cues tell them. */
    default void begin(Cue cue) {
    }

    /**
     * A task ends: the time for Fisher information, exemplars, pruning. Called where {@link #begin} is. Counts as learning.
     *
     * @param data the task's training data, or more, as the plugin's {@link org.thaw.api.Privilege} says; without tasks where the protocol
     *             has no stored data (worlds)
     */
    default void end(Cue cue, Data data) {
    }

    /**
     * Called before an evaluation, for what is derived from saved state and never saved: class means, inverses, GDumb's fit. Its cost counts
     * as learning. May be called any number of times; must come out the same for the same saved state, so random numbers come from
     * {@code context.random(name, key)}. A predictor is asked to predict only when this was called after the last learning or restoring; a
     * living agent acts without it.
     */
    default void prepare() {
    }

    /**
     * How often the knowledge has changed so far: parameter updates, and stores into memory between them. Never falls in one life
     * and is part of what is saved and restored; unchanged means that what is saved is unchanged.
     */
    long updates();

    @Override
    default void close() {
    }
}
