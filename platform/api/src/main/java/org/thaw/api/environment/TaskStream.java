package org.thaw.api.environment;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Labelled data in numbered tasks. A plain data set is a stream of one task, which supervised protocols then split by class; a stream with
 * several tasks (permuted, rotated) is taken as it comes.
 */
@ConsumerType
public interface TaskStream extends Environment {
    /** How many tasks there are, from 1. */
    int tasks();

    /** The training examples of a task, from 0, below {@link #tasks()}. */
    Examples train(int task);

    /** The test examples of a task, from 0, below {@link #tasks()}. */
    Examples test(int task);
}
