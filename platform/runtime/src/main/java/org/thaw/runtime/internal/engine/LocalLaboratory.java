package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.internal.context.DataFiles;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.run.Laboratory;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunningExperiment;

/** Runs experiments in this process. */
@Component
public final class LocalLaboratory implements Laboratory {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final Catalog catalog;
    private final List<RunningExperiment> experiments = new CopyOnWriteArrayList<>();
    private final Set<Path> busy = ConcurrentHashMap.newKeySet();

    @Activate
    public LocalLaboratory(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    /** Tells all runs to stop, and gives them a moment to let go of their plugins. */
    @Deactivate
    void stopAll() throws InterruptedException {
        experiments.forEach(RunningExperiment::stop);
        for (RunningExperiment experiment : experiments) {
            experiment.await(PATIENCE);
        }
    }

    @Override
    public RunningExperiment start(Experiment experiment, RunSettings settings) {
        Path folder = settings.runs().resolve(experiment.name());
        Path key = folder.toAbsolutePath().normalize();
        if (!busy.add(key)) {
            throw new BadInputException("the experiment " + experiment.name() + " is running already, in " + folder + "; wait for it, stop it, or give this one another name=…");
        }
        try {
            return locked(experiment, settings, folder, key);
        } catch (IOException | UncheckedIOException e) {
            busy.remove(key);
            throw new BadInputException("cannot write results to " + folder + ": " + Reasons.of(e) + "; choose another folder with --runs", e);
        } catch (Throwable e) {
            busy.remove(key);
            throw e;
        }
    }

    private RunningExperiment locked(Experiment experiment, RunSettings settings, Path folder, Path key) throws IOException {
        List<RunPlan> plans = RunGrid.of(experiment, catalog);
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder);
        List<PinnedPlugins> pinned = new ArrayList<>();
        try {
            Json.write(folder.resolve(ExperimentFolder.EXPERIMENT), experiment.source());
            ExperimentExecution execution = execution(experiment, settings, folder, plans, pinned, () -> {
                lock.close();
                busy.remove(key);
            });
            experiments.add(execution);
            execution.start(settings.parallel());
            return execution;
        } catch (Throwable e) {
            pinned.forEach(PinnedPlugins::close);
            lock.close();
            throw e;
        }
    }

    private ExperimentExecution execution(Experiment experiment, RunSettings settings, Path folder, List<RunPlan> plans, List<PinnedPlugins> pinned, Runnable over) {
        System.Logger logger = System.getLogger(LocalLaboratory.class.getName());
        DataFiles data = new DataFiles(settings.data(), settings.offline(), line -> logger.log(System.Logger.Level.INFO, line));
        Earlier earlier = new Earlier(folder);
        List<RunExecution> runs = new ArrayList<>();
        List<RunExecution> pending = new ArrayList<>();
        for (RunPlan plan : plans) {
            PinnedPlugins plugins = new PinnedPlugins(catalog);
            RunExecution run = new RunExecution(plan, folder.resolve(plan.run()), plugins, data);
            runs.add(run);
            if (!settings.again() && earlier.isDone(plan)) {
                run.reuse();
            } else {
                pinned.add(plugins);
                pin(plan, plugins);
                earlier.setAside(plan);
                pending.add(run);
            }
        }
        return new ExperimentExecution(experiment.name(), folder, runs, pending, over);
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

    @Override
    public List<RunningExperiment> experiments() {
        return List.copyOf(experiments);
    }
}
