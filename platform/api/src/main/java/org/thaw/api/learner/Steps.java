package org.thaw.api.learner;

import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.environment.Step;

/** The present steps of all lanes that take part now. */
@ProviderType
public interface Steps {
    /** How many there are: one for each lane that acts (or observes) now, perhaps fewer than the signature's lanes. */
    int count();

    /** The i-th of them, from 0, below {@link #count()}; the lane it belongs to is {@link Step#lane()}. */
    Step step(int i);
}
