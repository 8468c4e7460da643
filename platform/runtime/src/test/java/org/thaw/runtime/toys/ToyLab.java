package org.thaw.runtime.toys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.internal.engine.InProcessLauncher;
import org.thaw.runtime.internal.engine.LocalLaboratory;
import org.thaw.runtime.internal.experiment.JsonExperimentReader;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunningExperiment;

/** A laboratory of toys without a framework. */
public final class ToyLab {
    /** Whoever holds it keeps runs from their first step. */
    public final Lock gate = new ReentrantLock();
    private final Catalog catalog;
    private final LocalLaboratory laboratory;
    private final Path folder;

    /**
     * Results go below this folder.
     *
     * @param more plugins besides the toys
     */
    public ToyLab(Path folder, PluginEntry... more) {
        this(folder, new ListedCatalog(Stream.concat(toys().stream(), Stream.of(more)).toList()));
    }

    public ToyLab(Path folder, Catalog catalog) {
        this.folder = folder;
        this.catalog = catalog;
        this.laboratory = new LocalLaboratory(catalog);
        laboratory.add(new InProcessLauncher(new GatedCatalog(catalog, gate)));
    }

    public static List<PluginEntry> toys() {
        return Stream.of(new Blobs.Factory(), new Centroids.Factory(), new Corridor.Factory(), new Walker.Factory(), new Scripts.Halves.Factory(),
                new Scripts.Chunks.Factory(), new Scripts.Count.Factory(), new Wrapper.Factory(),
                new Copyist.Factory(), new Apprenticeship.Factory(), new Room.Factory(), new Surveyor.Factory(), new Moves.Factory(), new Gauge.Factory()).map(Entries::of).toList();
    }

    public Experiment read(String json, String... overrides) {
        try {
            Path file = Files.writeString(Files.createDirectories(folder.resolve("files")).resolve("toy.json"), json);
            return new JsonExperimentReader(catalog).read(file, List.of(overrides));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Experiment read(Path file) {
        return new JsonExperimentReader(catalog).read(file, List.of());
    }

    public RunningExperiment start(Experiment experiment, int parallel) {
        return start(experiment, settings(parallel));
    }

    public RunningExperiment start(Experiment experiment, RunSettings settings) {
        return laboratory.start(experiment, settings);
    }

    /** Goes on with what is unfinished. */
    public RunningExperiment resume(String name, RunSettings settings, String... with) {
        return laboratory.resume(folder.resolve("runs").resolve(name), settings, List.of(with));
    }

    public RunSettings settings(int parallel) {
        return new RunSettings(folder.resolve("runs"), folder.resolve("data"), true, parallel, false);
    }

    /** Runs it to its end. */
    public RunningExperiment run(Experiment experiment, int parallel) {
        return ended(start(experiment, parallel));
    }

    public static RunningExperiment ended(RunningExperiment running) {
        try {
            if (!running.await(Duration.ofMinutes(1))) {
                throw new IllegalStateException("the toy experiment does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return running;
    }

    public RunningExperiment run(String json, String... overrides) {
        return run(read(json, overrides), 1);
    }

    public static RunFolder folder(RunningExperiment experiment, int run) {
        return new RunFolder(experiment.runs().get(run).folder());
    }

    public static String events(RunningExperiment experiment, int run) {
        try {
            return Files.readString(experiment.runs().get(run).folder().resolve(RunFolder.EVENTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
