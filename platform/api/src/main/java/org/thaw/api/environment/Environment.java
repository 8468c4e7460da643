package org.thaw.api.environment;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Signature;

/** Where a learner lives: a {@link TaskStream} of labelled examples or a {@link World}. */
@ConsumerType
public interface Environment extends AutoCloseable {
    /** What a learner is given here and what it must answer, for one lane. Constant. */
    Signature signature();

    @Override
    default void close() {
    }
}
