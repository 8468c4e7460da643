package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.run.Laboratory;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunningExperiment;

/** Plans experiments, hands their runs to a launcher, and keeps count. */
@Component
public final class LocalLaboratory implements Laboratory {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** The framework's property that says whether this host serves a shell, and with it more than one person's wishes. */
    private static final String SERVING = "thaw.serving";
    private final Catalog catalog;
    private final boolean serving;
    private final Map<String, Launcher> launchers = new ConcurrentHashMap<>();
    private final List<RunningExperiment> experiments = new CopyOnWriteArrayList<>();
    private final Set<Path> busy = ConcurrentHashMap.newKeySet();

    @Activate
    public LocalLaboratory(BundleContext context, @Reference Catalog catalog) {
        this(catalog, Boolean.parseBoolean(context.getProperty(SERVING)));
    }

    /** Of a host that does not serve. */
    public LocalLaboratory(Catalog catalog) {
        this(catalog, false);
    }

    /** @param serving whether runs get processes of their own, however few they are */
    public LocalLaboratory(Catalog catalog, boolean serving) {
        this.catalog = catalog;
        this.serving = serving;
    }

    /** A way to carry out runs has come. */
    @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC)
    public void add(Launcher launcher) {
        launchers.put(launcher.name(), launcher);
    }

    /** It has gone. */
    public void remove(Launcher launcher) {
        launchers.remove(launcher.name(), launcher);
    }

    /** Tells all runs to stop, and gives them a moment to write their checkpoints. */
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
        List<RunPlan> plans = RunGrid.of(experiment, catalog);
        return locked(experiment.name(), folder, settings, () -> {
            keepFirst(folder, experiment);
            Json.write(folder.resolve(ExperimentFolder.EXPERIMENT), experiment.source());
            return new Preparation(catalog, settings, folder).start(plans);
        });
    }

    /** Keeps what was asked before there were results, so that a change of it afterwards shows. */
    private static void keepFirst(Path folder, Experiment experiment) {
        if (new ExperimentFolder(folder).runs().isEmpty()) {
            Json.write(folder.resolve(ExperimentFolder.FIRST), experiment.source());
        }
    }

    @Override
    public RunningExperiment resume(Path folder, RunSettings settings, List<String> with) {
        ExperimentFolder experiment = new ExperimentFolder(folder);
        if (experiment.runs().isEmpty()) {
            throw new BadInputException(folder + " holds no runs to go on with");
        }
        return locked(experiment.name(), folder, settings, () -> new Preparation(catalog, settings, folder).resume(experiment, with));
    }

    private interface Work {
        Preparation.Planned plan() throws IOException;
    }

    private RunningExperiment locked(String name, Path folder, RunSettings settings, Work work) {
        Path key = folder.toAbsolutePath().normalize();
        if (!busy.add(key)) {
            throw new BadInputException("the experiment " + name + " is running already, in " + folder + "; wait for it, stop it, or give this one another name=…");
        }
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder);
            try {
                return execution(name, folder, settings, work.plan(), () -> {
                    lock.close();
                    busy.remove(key);
                });
            } catch (Throwable e) {
                lock.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException e) {
            busy.remove(key);
            throw new BadInputException("cannot write results to " + folder + ": " + Reasons.of(e) + "; choose another folder with --runs", e);
        } catch (Throwable e) {
            busy.remove(key);
            throw e;
        }
    }

    private ExperimentExecution execution(String name, Path folder, RunSettings settings, Preparation.Planned planned, Runnable over) {
        Launcher launcher;
        try {
            launcher = launcher(settings.launcher(), planned.pending().size());
        } catch (BadInputException e) {
            planned.close();
            throw e;
        }
        ExperimentExecution execution = new ExperimentExecution(name, folder, planned.runs(), planned.pending(), launcher, settings.parallel(),
                new SwapTargets(catalog), over);
        experiments.add(execution);
        execution.next();
        return execution;
    }

    private Launcher launcher(String wanted, int runs) {
        String name = !wanted.isEmpty() ? wanted : (serving || runs > 1) && launchers.containsKey(Launcher.CHILD) ? Launcher.CHILD : Launcher.IN_PROCESS;
        Launcher launcher = launchers.get(name);
        if (launcher == null) {
            throw new BadInputException("there is no launcher \"" + name + "\"; there are: " + new ArrayList<>(launchers.keySet()));
        }
        return launcher;
    }

    @Override
    public List<RunningExperiment> experiments() {
        return List.copyOf(experiments);
    }
}
