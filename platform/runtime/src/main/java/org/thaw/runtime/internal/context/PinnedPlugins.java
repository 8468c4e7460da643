package org.thaw.runtime.internal.context;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.internal.fault.Reasons;

/** The plugins of one run: a reference means one exact bundle from the run's planning to its end, and is leased for as long. */
public final class PinnedPlugins implements AutoCloseable {
    private final Catalog catalog;
    private final Map<String, AutoCloseable> leases = new LinkedHashMap<>();
    private final Map<String, PluginEntry> meant = new HashMap<>();

    /** None yet. */
    public PinnedPlugins(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Leases the exact bundle of a plugin. */
    public void pin(PluginEntry entry) {
        leases.computeIfAbsent(entry.sha256(), sha256 -> catalog.lease(entry));
    }

    /** The same, and the reference means this plugin from here on. */
    public void pin(Plugin.Kind kind, String reference, PluginEntry entry) {
        pin(entry);
        meant.put(kind + " " + reference, entry);
    }

    /** What a reference means in this run; the newest there is if it was not met before. */
    PluginEntry find(Plugin.Kind kind, String reference) {
        PluginEntry entry = meant.get(kind + " " + reference);
        if (entry == null) {
            entry = catalog.find(kind, reference);
            pin(kind, reference, entry);
        }
        return entry;
    }

    @Override
    public void close() {
        leases.forEach((sha256, lease) -> {
            try {
                lease.close();
            } catch (Exception e) {
                System.getLogger(PinnedPlugins.class.getName()).log(System.Logger.Level.ERROR, "the lease of " + sha256 + " could not be ended: " + Reasons.of(e));
            }
        });
        leases.clear();
        meant.clear();
    }
}
