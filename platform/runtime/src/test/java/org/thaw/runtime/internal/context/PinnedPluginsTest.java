package org.thaw.runtime.internal.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.LeasedPlugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.toys.ToyLab;

class PinnedPluginsTest {
    private final List<String> leased = new ArrayList<>();
    private final Catalog catalog = new Catalog() {
        private final ListedCatalog listed = new ListedCatalog(ToyLab.toys());

        @Override
        public List<PluginEntry> entries() {
            return listed.entries();
        }

        @Override
        public PluginEntry find(Plugin.Kind kind, String reference) {
            return listed.find(kind, reference);
        }

        @Override
        public LeasedPlugin exact(Plugin.Kind kind, String id, String sha256) {
            PluginEntry entry = listed.exact(kind, id, sha256).entry();
            return new LeasedPlugin(entry, lease(entry));
        }

        @Override
        public AutoCloseable lease(PluginEntry entry) {
            leased.add(entry.id());
            return () -> leased.remove(entry.id());
        }
    };
    private final PinnedPlugins plugins = new PinnedPlugins(catalog);

    @Test
    void aPluginThatIsNamedTwiceIsLeasedOnce() {
        PluginEntry entry = plugins.find(Plugin.Kind.LEARNER, "centroids");
        plugins.pin(Plugin.Kind.LEARNER, "centroids", entry.sha256());
        plugins.pin(entry);
        assertEquals(List.of("centroids"), leased);

        plugins.close();
        assertEquals(List.of(), leased);
    }

    @Test
    void aRunThatIsOverLeasesNothingMore() {
        PluginEntry entry = plugins.find(Plugin.Kind.LEARNER, "centroids");
        plugins.close();

        assertThrows(IllegalStateException.class, () -> plugins.pinNewest(Plugin.Kind.LEARNER, "centroids"));
        assertThrows(IllegalStateException.class, () -> plugins.pin(Plugin.Kind.LEARNER, "centroids", entry.sha256()));
        assertEquals(List.of(), leased);
    }
}
