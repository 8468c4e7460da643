package org.thaw.runtime.internal.context;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.thaw.api.DataFile;
import org.thaw.api.Plugin;
import org.thaw.api.Spec;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.configuration.Configurations;
import org.thaw.runtime.internal.configuration.Place;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.internal.fault.RunFolderException;

/** What all plugins of one run share: plugins to compose, data files, log, scratch folder, notes. */
public final class RunServices implements AutoCloseable {
    private final PinnedPlugins plugins;
    private final DataFiles data;
    private final Consumer<String> log;
    private final Runnable alive;
    private final Path scratch;
    private final Map<String, Binding> nested = new TreeMap<>();
    private final Map<String, PluginEntry> meant = new TreeMap<>();
    private final Map<String, String> notes = new TreeMap<>();
    private final Calls calls;
    private int scratchFolders;

    /**
     * Services of one run.
     *
     * @param log     takes lines for the run's log
     * @param alive   throws if the run has been told to stop; asked during long work
     * @param scratch made when first asked for, removed at the end
     * @param calls   told of every call into a plugin
     */
    public RunServices(PinnedPlugins plugins, DataFiles data, Consumer<String> log, Runnable alive, Path scratch, Calls calls) {
        this.plugins = plugins;
        this.data = data;
        this.log = log;
        this.alive = alive;
        this.scratch = scratch;
        this.calls = calls;
    }

    /** Guards calls into a plugin of the run. */
    public Guard guard(Binding binding) {
        return new Guard(binding.plugin().label(), calls);
    }

    /** The plugins of the run. */
    public PinnedPlugins plugins() {
        return plugins;
    }

    /** Finds and configures a plugin that another one names. */
    public Binding bind(String path, Plugin.Kind kind, Spec spec) {
        PluginEntry entry = plugins.find(kind, spec.id());
        meant.put(kind + " " + spec.id(), entry);
        Binding binding = bind(path, entry, Configurations.write(spec.with()));
        nested.put(path, binding);
        return binding;
    }

    /** Configures a plugin. */
    public static Binding bind(String name, PluginEntry entry, JsonObject with) {
        Record configuration = Configurations.read(with, entry.configuration(), new Place(name, entry.id()));
        return new Binding(name, entry, configuration, Configurations.write(configuration));
    }

    /** The plugins that others named, by path. */
    public Map<String, Binding> nested() {
        return nested;
    }

    /** What the references of others meant, by kind and reference. */
    public Map<String, PluginEntry> meant() {
        return meant;
    }

    /** The facts that plugins recorded. */
    public Map<String, String> notes() {
        return notes;
    }

    Path data(DataFile file) {
        return data.locate(file, alive);
    }

    /** Writes a line into the run's log. */
    public void log(String line) {
        log.accept(line);
    }

    Consumer<String> log() {
        return log;
    }

    /** A new, empty folder; the name is for people who look on. */
    Path scratch(String name) {
        Path folder = scratch.resolve(++scratchFolders + "-" + name.replaceAll("[^A-Za-z0-9._-]", "_"));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RunFolderException(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            Scratch.remove(scratch);
        } catch (IOException e) {
            log.accept("WARNING the scratch folder " + scratch + " cannot be removed: " + Reasons.of(e));
        }
    }
}
