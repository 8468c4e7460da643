package org.thaw.runtime.internal.context;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.LeasedPlugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.internal.fault.Reasons;

/** The plugins of one run: a reference means one exact bundle from the run's planning to its end, and is leased for as long. For several threads. */
public final class PinnedPlugins implements AutoCloseable {
    private final Catalog catalog;
    private final Map<String, AutoCloseable> leases = new LinkedHashMap<>();
    private final Map<String, PluginEntry> meant = new HashMap<>();
    private boolean closed;

    /** None yet. */
    public PinnedPlugins(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Leases the exact bundle of a plugin. */
    public synchronized void pin(PluginEntry entry) {
        checkOpen();
        leases.computeIfAbsent(entry.sha256(), sha256 -> catalog.lease(entry));
    }

    /** The same, and the reference means this plugin from here on. */
    public synchronized void pin(Plugin.Kind kind, String reference, PluginEntry entry) {
        pin(entry);
        meant.put(kind + " " + reference, entry);
    }

    /** Leases the exact jar and finds the plugin that it offers, among those that serve or those that have left. */
    public synchronized PluginEntry pin(Plugin.Kind kind, String id, String sha256) {
        checkOpen();
        LeasedPlugin leased = catalog.exact(kind, id, sha256);
        if (leases.putIfAbsent(sha256, leased.lease()) != null) {
            close(sha256, leased.lease());
        }
        return leased.entry();
    }

    /** Leases the newest plugin that a reference allows now, whatever it meant before. */
    public synchronized PluginEntry pinNewest(Plugin.Kind kind, String reference) {
        PluginEntry entry = catalog.find(kind, reference);
        pin(entry);
        return entry;
    }

    /** What a reference means in this run; the newest there is if it was not met before. */
    public synchronized PluginEntry find(Plugin.Kind kind, String reference) {
        PluginEntry entry = meant.get(kind + " " + reference);
        if (entry == null) {
            entry = catalog.find(kind, reference);
            pin(kind, reference, entry);
        }
        return entry;
    }

    /** A lease taken now would never end. */
    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the run is over: it takes no more plugins");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        leases.forEach(PinnedPlugins::close);
        leases.clear();
        meant.clear();
    }

    private static void close(String sha256, AutoCloseable lease) {
        try {
            lease.close();
        } catch (Exception e) {
            System.getLogger(PinnedPlugins.class.getName()).log(System.Logger.Level.ERROR, "the lease of " + sha256 + " could not be ended: " + Reasons.of(e));
        }
    }
}
