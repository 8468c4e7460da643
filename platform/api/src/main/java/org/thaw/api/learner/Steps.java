package org.thaw.api.learner;

import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.environment.Step;

/** The present steps of all lanes that act now. */
@ProviderType
public interface Steps {
    /** How many lanes act. */
    int lanes();

    /** The i-th of them, 0 ≤ i < {@link #lanes()}; its own number is {@link Step#lane()}. */
    Step lane(int i);
}
