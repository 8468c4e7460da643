package org.thaw.runtime.internal.context;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.thaw.api.Plugin;
import org.thaw.api.Spec;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.configuration.Configurations;
import org.thaw.runtime.internal.configuration.Place;

/** What all plugins of one run share: leases, data files, log, scratch folder, notes. Closing it gives everything back. */
public final class RunServices implements AutoCloseable {
    private final Catalog catalog;
    private final DataFiles data;
    private final Consumer<String> log;
    private final Path scratch;
    private final List<AutoCloseable> leases = new ArrayList<>();
    private final Map<String, Binding> nested = new TreeMap<>();
    private final Map<String, String> notes = new TreeMap<>();

    /**
     * Services of one run.
     *
     * @param log     takes lines for the run's log
     * @param scratch made when first asked for, removed at the end
     */
    public RunServices(Catalog catalog, DataFiles data, Consumer<String> log, Path scratch) {
        this.catalog = catalog;
        this.data = data;
        this.log = log;
        this.scratch = scratch;
    }

    /** Leases the exact bundle of a plugin until the run is over. */
    public void lease(PluginEntry entry) {
        leases.add(catalog.lease(entry));
    }

    /** Finds, leases and configures a plugin that another one names. */
    Binding bind(String path, Plugin.Kind kind, Spec spec) {
        PluginEntry entry = catalog.find(kind, spec.id());
        lease(entry);
        Record configuration = Configurations.read(Configurations.write(spec.with()), entry.configuration(), new Place(path, spec.plugin()));
        Binding binding = new Binding(path, entry, configuration, Configurations.write(configuration));
        nested.put(path, binding);
        return binding;
    }

    /** The plugins that others named, by path. */
    public Map<String, Binding> nested() {
        return nested;
    }

    /** The facts that plugins recorded. */
    public Map<String, String> notes() {
        return notes;
    }

    DataFiles data() {
        return data;
    }

    Consumer<String> log() {
        return log;
    }

    Path scratch(String name) {
        try {
            return Files.createDirectories(scratch.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the scratch folder " + scratch, e);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable lease : leases) {
            try {
                lease.close();
            } catch (Exception e) {
                log.accept("ERROR a lease could not be ended: " + e);
            }
        }
        leases.clear();
        Scratch.remove(scratch);
    }
}
