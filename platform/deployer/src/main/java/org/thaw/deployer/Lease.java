package org.thaw.deployer;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.Plugin;

/** A hold on one jar, byte for byte. Leases are counted; closing one twice does nothing. */
@ProviderType
public interface Lease extends AutoCloseable {
    /** The hash of the jar that is held. */
    String sha256();

    /** The symbolic name of its bundle. */
    String symbolicName();

    /** The version of its bundle, in OSGi's form. */
    String version();

    /** All that the jar offers, as its manifest announces it; also after the lease is closed. */
    List<Offer> offers();

    /** Where the jar itself lies, in the store, for hosts that install it elsewhere (child JVMs). It outlives the lease. */
    Path jar();

    /**
     * A factory of the jar: the same object that was registered as a service, also after that service has gone.
     *
     * @param type the factory interface, such as {@code LearnerFactory.class}
     * @throws IllegalArgumentException if the jar offers no such thing; the message lists what it offers
     * @throws IllegalStateException    if the lease is closed
     */
    <F> F factory(Class<F> type, Plugin.Kind kind, String id);

    @Override
    void close();
}
