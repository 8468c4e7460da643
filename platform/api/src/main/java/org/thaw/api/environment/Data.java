package org.thaw.api.environment;

import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;

/**
 * The training data that a learner may go over again at the end of a task: the current task's, or more with a declared
 * {@link org.thaw.api.Privilege}. Metered: what is read counts as samples seen. Valid until the call returns.
 */
@ProviderType
public interface Data {
    /** How many tasks are in view. */
    int tasks();

    /** The data of one of them, in the order in which the protocol presents them, from 0, below {@link #tasks()}. */
    Data task(int index);

    /** How many examples. */
    int size();

    /** The cue that these examples come with; for several tasks, that of the present one. */
    Cue cue();

    /** All examples once, in their order. */
    Batches inOrder(int batchSize);

    /** All examples once, shuffled. */
    Batches shuffled(int batchSize, RandomStream order);

    /** Batches without end, drawn uniformly with replacement; none if there are no examples. */
    Batches drawn(int batchSize, RandomStream draws);
}
