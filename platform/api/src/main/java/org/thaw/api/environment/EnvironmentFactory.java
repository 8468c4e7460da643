package org.thaw.api.environment;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Context;

/**
 * Makes environments. Annotate the implementation with {@link org.thaw.api.Plugin}.
 *
 * @param <C> the configuration record; its components carry {@link org.thaw.api.Parameter}
 * @param <E> what is made: a {@link TaskStream}, {@link World} or {@link Simulator}; the host reads it off before any is made
 */
@ConsumerType
public interface EnvironmentFactory<C extends Record, E extends Environment> {
    /** Makes an environment for one run. Several may live at once; share what is large and immutable. */
    E create(C configuration, Context context);
}
