package org.thaw.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes summaries. Annotate the implementation with {@link org.thaw.api.Plugin}.
 *
 * @param <C> the configuration record; its components carry {@link org.thaw.api.Parameter}
 */
@ConsumerType
public interface SummaryFactory<C extends Record> {
    /** Makes a summary for one experiment. */
    Summary create(C configuration);
}
