package org.thaw.deployer.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleWiring;
import org.thaw.api.Plugin;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Offer;
import org.thaw.deployer.Origin;
import org.thaw.deployer.PluginProperties;

/** A jar that was deployed: its bundle, its factories, its services while it serves, and the count of its leases. */
final class Unit {
    private final String sha256;
    private final Path jar;
    private final Header header;
    private final Bundle bundle;
    private final BundleWiring wiring;
    private final List<Made> factories;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private String file = "";
    private State state = State.PENDING;
    private Optional<Origin> origin = Optional.empty();
    private int leases;
    private boolean closed;

    Unit(String sha256, Path jar, Header header, Bundle bundle, List<Made> factories) {
        this.sha256 = sha256;
        this.jar = jar;
        this.header = header;
        this.bundle = bundle;
        this.wiring = bundle.adapt(BundleWiring.class);
        this.factories = List.copyOf(factories);
    }

    /** Registers the factories as the plugin's own services. */
    void serve(String newFile, Origin newOrigin) {
        synchronized (this) {
            file = newFile;
            origin = Optional.of(newOrigin);
            state = State.SERVING;
        }
        for (Made made : factories) {
            services.add(bundle.getBundleContext().registerService(FactoryMaker.interfaceOf(made.offer().kind()).getName(), made.factory(),
                    properties(newFile, made.offer())));
        }
    }

    /** Stays without services, for those who know its hash. */
    synchronized void hold() {
        file = jar.getFileName().toString();
        state = State.RECALLED;
    }

    /** Takes the services back; leases are not touched. */
    void withdraw(State because) {
        synchronized (this) {
            state = because;
        }
        for (ServiceRegistration<?> service : services) {
            try {
                service.unregister();
            } catch (IllegalStateException e) {
                continue;   // the bundle was stopped by someone else
            }
        }
        services.clear();
    }

    private Hashtable<String, Object> properties(String newFile, Offer offer) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(PluginProperties.KIND, offer.kind().name());
        properties.put(PluginProperties.ID, offer.id());
        properties.put(PluginProperties.VERSION, header.version().toString());
        properties.put(PluginProperties.SHA256, sha256);
        properties.put(PluginProperties.FILE, newFile);
        properties.put(PluginProperties.SUMMARY, offer.summary());
        properties.put(PluginProperties.SOURCE, offer.source());
        properties.put(PluginProperties.STATE, offer.state().toString());
        properties.put(PluginProperties.ACCEPTS, offer.accepts().stream().map(Object::toString).toArray(String[]::new));
        properties.put(PluginProperties.PRIVILEGE, offer.privilege().name());
        return properties;
    }

    /** Takes a lease, unless the bundle is going. */
    synchronized boolean acquire() {
        if (!closed) {
            leases++;
        }
        return !closed;
    }

    synchronized void release() {
        leases--;
    }

    /** Closes the unit for ever if no lease holds it. */
    synchronized boolean closeIfFree() {
        closed |= leases == 0;
        return closed;
    }

    /** Whether the bundle is as it was deployed: not stopped, uninstalled, updated or refreshed by someone else. */
    boolean intact() {
        return bundle.getState() == Bundle.ACTIVE && wiring.isCurrent();
    }

    synchronized boolean serving() {
        return state == State.SERVING;
    }

    synchronized String file() {
        return file;
    }

    synchronized Deployment deployment() {
        return new Deployment(file, sha256, header.symbolicName(), header.version().toString(), state, Optional.empty(), leases, offers(), origin);
    }

    Optional<Object> factory(Plugin.Kind kind, String id) {
        return factories.stream().filter(made -> made.offer().kind() == kind && made.offer().id().equals(id)).map(Made::factory).findFirst();
    }

    List<Offer> offers() {
        return factories.stream().map(Made::offer).toList();
    }

    String sha256() {
        return sha256;
    }

    Path jar() {
        return jar;
    }

    Version version() {
        return header.version();
    }

    Bundle bundle() {
        return bundle;
    }
}
