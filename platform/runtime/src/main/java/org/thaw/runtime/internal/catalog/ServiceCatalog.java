package org.thaw.runtime.internal.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.StateId;
import org.thaw.deployer.Deployer;
import org.thaw.deployer.Lease;
import org.thaw.deployer.NotDeployedException;
import org.thaw.deployer.Offer;
import org.thaw.deployer.PluginProperties;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.LeasedPlugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.internal.fault.Reasons;

/** The catalog of a host: what the deployer registers as services. Keeps nothing of a plugin that has left. */
@Component(service = Catalog.class)
public final class ServiceCatalog implements Catalog, ServiceTrackerCustomizer<Object, PluginEntry> {
    private final BundleContext context;
    private final Deployer deployer;
    private final ServiceTracker<Object, PluginEntry> tracker;

    @Activate
    public ServiceCatalog(BundleContext context, @Reference Deployer deployer) throws InvalidSyntaxException {
        this.context = context;
        this.deployer = deployer;
        this.tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter("(" + PluginProperties.ID + "=*)"), this);
        tracker.open(true);
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public List<PluginEntry> entries() {
        return listed().entries();
    }

    @Override
    public PluginEntry find(Plugin.Kind kind, String reference) {
        return listed().find(kind, reference);
    }

    private ListedCatalog listed() {
        return new ListedCatalog(tracker.getTracked().values().stream().filter(Objects::nonNull).toList());
    }

    @Override
    public AutoCloseable lease(PluginEntry entry) {
        return deployer.lease(entry.sha256());
    }

    @Override
    public LeasedPlugin exact(Plugin.Kind kind, String id, String sha256) {
        Lease lease;
        try {
            lease = deployer.recall(sha256);
        } catch (NotDeployedException e) {
            throw new UnknownPluginException(kind, id, "", kind.name().toLowerCase(Locale.ROOT) + " \"" + id + "\": " + e.getMessage());
        }
        try {
            Offer offer = lease.offers().stream().filter(each -> each.kind() == kind && each.id().equals(id)).findFirst().orElseThrow(() ->
                    new UnknownPluginException(kind, id, "", kind.name().toLowerCase(Locale.ROOT) + " \"" + id + "\" is not offered by the jar " + sha256));
            Object factory = lease.factory(FactoryTypes.face(kind), kind, id);
            return new LeasedPlugin(Entries.of(kind, id, lease.version(), lease.symbolicName(), sha256, offer.summary(), offer.source(), offer.state().toString(),
                    offer.accepts().stream().map(StateId::toString).toList(), offer.privilege(), factory), lease);
        } catch (RuntimeException | LinkageError e) {
            lease.close();
            throw e;
        }
    }

    /** A plugin that does not fit is left out, with a line in the log: one bad factory must not take the catalog with it. */
    @Override
    public PluginEntry addingService(ServiceReference<Object> reference) {
        Object factory = context.getService(reference);
        Bundle bundle = reference.getBundle();
        if (factory == null || bundle == null) {
            return null; // gone again
        }
        try {
            return Entries.of(Plugin.Kind.valueOf(text(reference, PluginProperties.KIND)), text(reference, PluginProperties.ID), text(reference, PluginProperties.VERSION),
                    bundle.getSymbolicName(), text(reference, PluginProperties.SHA256), text(reference, PluginProperties.SUMMARY),
                    text(reference, PluginProperties.SOURCE), text(reference, PluginProperties.STATE), list(reference.getProperty(PluginProperties.ACCEPTS)),
                    Privilege.valueOf(text(reference, PluginProperties.PRIVILEGE)), factory);
        } catch (RuntimeException | LinkageError e) {
            context.ungetService(reference);
            System.getLogger(ServiceCatalog.class.getName()).log(System.Logger.Level.ERROR,
                    "the plugin " + text(reference, PluginProperties.ID) + " of " + text(reference, PluginProperties.FILE) + " cannot be used: " + Reasons.of(e));
            return null;
        }
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, PluginEntry entry) {
        // a plugin's properties never change
    }

    @Override
    public void removedService(ServiceReference<Object> reference, PluginEntry entry) {
        context.ungetService(reference);
    }

    private static String text(ServiceReference<Object> reference, String property) {
        Object value = reference.getProperty(property);
        return value == null ? "" : value.toString();
    }

    private static List<String> list(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        return value instanceof Object[] array ? Arrays.stream(array).map(Object::toString).toList() : List.of();
    }
}
