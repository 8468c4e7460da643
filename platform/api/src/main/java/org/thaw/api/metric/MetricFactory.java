package org.thaw.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes metrics. Annotate the implementation with {@link org.thaw.api.Plugin}; the plugin's id is the metric's.
 *
 * @param <C> the configuration record; its components carry {@link org.thaw.api.Parameter}
 */
@ConsumerType
public interface MetricFactory<C extends Record> {
    /** Makes a metric for one run. */
    Metric create(C configuration);
}
