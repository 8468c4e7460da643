package org.thaw.api.learner;

import org.osgi.annotation.versioning.ProviderType;

/** Where the decisions for several lanes are written. */
@ProviderType
public interface Decisions {
    /** That of the i-th acting lane, in the order of {@link Steps}. */
    Decision lane(int i);
}
