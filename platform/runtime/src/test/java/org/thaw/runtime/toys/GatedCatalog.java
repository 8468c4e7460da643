package org.thaw.runtime.toys;

import java.util.List;
import java.util.concurrent.locks.Lock;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.LeasedPlugin;
import org.thaw.runtime.catalog.PluginEntry;

/** A launcher's catalog. Whoever holds the gate keeps a run from finding its plugins, so that a request is there before the run's first step. */
public record GatedCatalog(Catalog catalog, Lock gate) implements Catalog {
    @Override
    public List<PluginEntry> entries() {
        return catalog.entries();
    }

    @Override
    public PluginEntry find(Plugin.Kind kind, String reference) {
        return catalog.find(kind, reference);
    }

    @Override
    public LeasedPlugin exact(Plugin.Kind kind, String id, String sha256) {
        gate.lock();
        try {
            return catalog.exact(kind, id, sha256);
        } finally {
            gate.unlock();
        }
    }

    @Override
    public AutoCloseable lease(PluginEntry entry) {
        return catalog.lease(entry);
    }
}
