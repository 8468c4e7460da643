package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.internal.checkpoint.CheckpointFolder;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.Scratch;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.internal.fault.RunFolderException;
import org.thaw.runtime.launch.LastWords;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.run.RunSettings;

/** Makes the folders of an experiment's runs ready: what is done stays, what was interrupted goes on, the rest begins. */
final class Preparation {
    /**
     * The runs of an experiment.
     *
     * @param pending those that are not done
     */
    record Planned(List<PlannedRun> runs, List<PlannedRun> pending, List<PinnedPlugins> pinned) {
        /** Lets go of the plugins: none of them will run. */
        void close() {
            pinned.forEach(PinnedPlugins::close);
        }
    }

    private static final int FEW = 3;

    private final Catalog catalog;
    private final RunSettings settings;
    private final Path folder;
    private final Planned planned = new Planned(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    Preparation(Catalog catalog, RunSettings settings, Path folder) {
        this.catalog = catalog;
        this.settings = settings;
        this.folder = folder;
    }

    /** The runs of a grid. */
    Planned start(List<RunPlan> plans) throws IOException {
        try {
            Earlier earlier = new Earlier(folder);
            for (RunPlan plan : plans) {
                PinnedPlugins plugins = new PinnedPlugins(catalog);
                planned.pinned().add(plugins);
                Path path = folder.resolve(plan.run());
                if (!settings.again() && earlier.isDone(plan)) {
                    add(Manifests.of(plan), path, plugins, true);
                } else {
                    pin(plan, plugins);
                    makeReady(plan, path, earlier);
                    add(Manifests.of(plan), path, plugins, false);
                }
            }
            return planned;
        } catch (Throwable e) {
            planned.close();
            throw e;
        }
    }

    private void makeReady(RunPlan plan, Path path, Earlier earlier) throws IOException {
        if (settings.again() || !earlier.isInterrupted(plan)) {
            earlier.setAside(plan);
            Scratch.remove(path);
            Files.createDirectories(path);
            Json.write(path.resolve(RunFolder.MANIFEST), Manifests.of(plan));
        }
    }

    private void add(RunManifest manifest, Path path, PinnedPlugins plugins, boolean done) {
        PlannedRun run = new PlannedRun(manifest, new RunOrder(path, settings.data(), settings.offline(), settings.limits(), settings.checkpoints()), plugins);
        planned.runs().add(run);
        if (done) {
            clear(new RunFolder(path));
            run.reuse();
        } else {
            planned.pending().add(run);
        }
    }

    /** Its process may have died after it had written the end marker. */
    private static void clear(RunFolder done) {
        LastWords.forget(done.path());
        try {
            new CheckpointFolder(done).clear();
        } catch (RunFolderException e) {
            System.getLogger(Preparation.class.getName()).log(System.Logger.Level.WARNING, "the run " + done.name() + " is done, but its checkpoints stay: " + e.getMessage());
        }
    }

    /** Before the run's turn comes, its plugins may have been replaced: it keeps what it was planned with. */
    private static void pin(RunPlan plan, PinnedPlugins plugins) {
        try {
            plan.bindings().forEach(binding -> plugins.pin(binding.plugin()));
            plan.parts().forEach(part -> plugins.pin(part.entry().kind(), part.reference(), part.entry()));
        } catch (RuntimeException e) {
            throw new BadInputException("a plugin of the run " + plan.run() + " has been replaced or removed just now: " + Reasons.of(e) + " Start it again.", e);
        }
    }

    /** The runs that a folder holds. Nothing is written before all is known to be there. */
    Planned resume(ExperimentFolder experiment, List<String> with) {
        try {
            Recasting recasting = new Recasting(catalog, with);
            Map<RunFolder, RunManifest> changed = new LinkedHashMap<>();
            Map<String, List<String>> missing = new TreeMap<>();
            for (RunFolder run : experiment.runs()) {
                try {
                    resume(run, recasting, changed, missing);
                } catch (IllegalStateException | UncheckedIOException e) { // a torn manifest or end marker: its own run's misfortune
                    planned.runs().add(PlannedRun.unreadable(run, Reasons.of(e)));
                }
            }
            recasting.checkAllUsed();
            if (!missing.isEmpty()) {
                throw new BadInputException("plugins that unfinished runs were started with are there no longer: "
                        + missing.entrySet().stream().map(each -> each.getKey() + " (" + RunFolder.MANIFEST + " of " + few(each.getValue()) + ")").collect(Collectors.joining("; "))
                        + ". Put their jars back, or go on with another version of a learner: --with id@version; that is recorded as a swap");
            }
            changed.forEach((run, manifest) -> Json.write(run.path().resolve(RunFolder.MANIFEST), manifest));
            return planned;
        } catch (Throwable e) {
            planned.close();
            throw e;
        }
    }

    private void resume(RunFolder run, Recasting recasting, Map<RunFolder, RunManifest> changed, Map<String, List<String>> missing) {
        RunManifest saved = run.manifest();
        boolean done = isDone(run);
        RunManifest manifest = done ? saved : recasting.apply(saved);
        PinnedPlugins plugins = new PinnedPlugins(catalog);
        planned.pinned().add(plugins);
        if (!done) {
            try {
                SavedPlan.read(manifest, plugins);
            } catch (UnknownPluginException e) {
                missing.computeIfAbsent(e.getMessage(), message -> new ArrayList<>()).add(run.name());
            }
            if (manifest != saved) {
                changed.put(run, manifest);
            }
        }
        add(manifest, run.path(), plugins, done);
    }

    /** A torn end marker is none. */
    private static boolean isDone(RunFolder run) {
        try {
            return run.end().filter(RunEnd::done).isPresent();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static String few(List<String> names) {
        return names.size() <= FEW ? String.join(", ", names) : String.join(", ", names.subList(0, FEW)) + " and " + (names.size() - FEW) + " more";
    }
}
