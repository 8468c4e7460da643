package org.thaw.api.protocol;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes protocols. Annotate the implementation with {@link org.thaw.api.Plugin}.
 *
 * @param <C> the configuration record; its components carry {@link org.thaw.api.Parameter}
 */
@ConsumerType
public interface ProtocolFactory<C extends Record> {
    /** Makes a protocol. */
    Protocol create(C configuration);
}
