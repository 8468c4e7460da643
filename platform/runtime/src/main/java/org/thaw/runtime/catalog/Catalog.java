package org.thaw.runtime.catalog;

import java.util.List;
import org.thaw.api.Plugin;

/** The plugins that are there now. */
public interface Catalog {
    /** All of them, by kind, id and version, the newest version of an id first. */
    List<PluginEntry> entries();

    /** Those of a kind. */
    default List<PluginEntry> entries(Plugin.Kind kind) {
        return entries().stream().filter(entry -> entry.kind() == kind).toList();
    }

    /**
     * The newest plugin of that kind that an experiment's reference allows.
     *
     * @param reference {@code id}, {@code id@1.2.0} or {@code id@[1.0,2)}
     * @throws UnknownPluginException if there is none; it carries the nearest known id
     */
    PluginEntry find(Plugin.Kind kind, String reference);

    /**
     * The plugin that one exact jar offers, whether it serves or has left the folder since.
     *
     * @param sha256 of the jar
     * @throws UnknownPluginException if that jar is nowhere any more, or offers no such plugin
     */
    LeasedPlugin exact(Plugin.Kind kind, String id, String sha256);

    /** Keeps the exact bundle of a plugin installed until the lease is closed. */
    AutoCloseable lease(PluginEntry entry);
}
