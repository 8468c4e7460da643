package org.thaw.api.learner;

import org.osgi.annotation.versioning.ProviderType;

/** Where the decisions for several steps are written. */
@ProviderType
public interface Decisions {
    /** That for {@link Steps#step} i. */
    Decision decision(int i);
}
