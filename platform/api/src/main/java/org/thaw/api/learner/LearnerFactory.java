package org.thaw.api.learner;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Context;
import org.thaw.api.Signature;

/**
 * Makes learners. Annotate the implementation with {@link org.thaw.api.Plugin}; a nested class of the learner is a good place.
 *
 * @param <C> the configuration record; its components carry {@link org.thaw.api.Parameter}
 * @param <L> what is made: a {@link Predictor}, {@link Agent} or {@link Student}, or an {@link Actor} that never learns; the host reads it off
 *            before any is made
 */
@ConsumerType
public interface LearnerFactory<C extends Record, L extends Learner> {
    /**
     * Makes a fresh learner.
     *
     * @throws IllegalArgumentException if the signature is not one that it can serve; the message says what it needs
     */
    L create(C configuration, Signature signature, Context context);
}
