package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.thaw.runtime.run.Laboratory;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunningExperiment;

/** Runs experiments in this process. */
@Component
public final class LocalLaboratory implements Laboratory {
    private final Catalog catalog;
    private final List<RunningExperiment> experiments = new CopyOnWriteArrayList<>();

    @Activate
    public LocalLaboratory(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Deactivate
    void stopAll() {
        experiments.forEach(RunningExperiment::stop);
    }

    @Override
    public RunningExperiment start(Experiment experiment, RunSettings settings) {
        Path folder = settings.runs().resolve(experiment.name());
        prepare(folder, experiment);
        System.Logger logger = System.getLogger(LocalLaboratory.class.getName());
        DataFiles data = new DataFiles(settings.data(), settings.offline(), line -> logger.log(System.Logger.Level.INFO, line));
        List<RunExecution> runs = new ArrayList<>();
        List<RunExecution> pending = new ArrayList<>();
        Earlier earlier = new Earlier(folder);
        for (RunPlan plan : RunGrid.of(experiment)) {
            RunExecution run = new RunExecution(plan, folder.resolve(plan.run()), catalog, data);
            runs.add(run);
            if (!settings.again() && earlier.isDone(plan)) {
                run.reuse();
            } else {
                earlier.setAside(plan);
                pending.add(run);
            }
        }
        ExperimentExecution execution = new ExperimentExecution(experiment.name(), folder, runs, pending);
        experiments.add(execution);
        execution.start(pending, settings.parallel());
        return execution;
    }

    private void prepare(Path folder, Experiment experiment) {
        boolean underWay = experiments.stream().filter(e -> e.folder().equals(folder)).flatMap(e -> e.runs().stream()).anyMatch(run -> !run.state().over());
        if (underWay) {
            throw new BadInputException("the experiment " + experiment.name() + " is running already, in " + folder + "; wait for it, stop it, or give this one another name=…");
        }
        try {
            Files.createDirectories(folder);
            Json.write(folder.resolve(ExperimentFolder.EXPERIMENT), experiment.source());
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new BadInputException("cannot write results to " + folder + ": " + e.getMessage() + "; choose another folder with --runs", e);
        }
    }

    @Override
    public List<RunningExperiment> experiments() {
        return List.copyOf(experiments);
    }
}
