package org.thaw.shell.internal;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.StateId;
import org.thaw.api.environment.TaskStream;
import org.thaw.control.Hosts;
import org.thaw.deployer.Deployer;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Lease;
import org.thaw.deployer.Offer;
import org.thaw.deployer.Problem;
import org.thaw.report.Report;
import org.thaw.report.Reporter;
import org.thaw.report.ResultTable;
import org.thaw.runtime.analysis.Analysis;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.LeasedPlugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Case;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.experiment.ExperimentReader;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.run.Laboratory;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;
import org.thaw.runtime.run.WatchRefusedException;

/** A laboratory of paper: a few plugins, and experiments that stand where a test puts them. */
public final class Lab implements Catalog, ExperimentReader, Laboratory, Reporter, Deployer {
    /** Of the learner {@code ewc}. */
    public record EwcSettings(@Parameter(value = "strength λ of the penalty", byDefault = "5000", range = "[0,*)", source = "a paper") double lambda,
                              @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)") List<Integer> hidden,
                              @Parameter(value = "update rule", byDefault = "adam") Rule optimiser) {
    }

    /** Update rules. */
    public enum Rule { ADAM, SGD }

    /** Nothing to set. */
    public record None() {
    }

    public final List<PluginEntry> plugins = new ArrayList<>(List.of(
            new PluginEntry(Plugin.Kind.LEARNER, "ewc", "0.1.0", "org.example.ewc", "e".repeat(64), "Holds weights back.", "Kirkpatrick 2017",
                    List.of(new StateId("classifier", 2), new StateId("classifier", 1)), Privilege.CURRENT_DATA, new Object(), EwcSettings.class, Object.class),
            new PluginEntry(Plugin.Kind.LEARNER, "joint", "0.1.0", "org.example.joint", "a".repeat(64), "Sees all.", "", List.of(new StateId("joint", 1)),
                    Privilege.ALL_DATA, new Object(), None.class, Object.class),
            new PluginEntry(Plugin.Kind.ENVIRONMENT, "digits", "0.1.0", "org.example.digits", "d".repeat(64), "Ten digits.", "",
                    List.of(new StateId("digits", 1)), Privilege.CURRENT_DATA, new Object(), None.class, TaskStream.class)));
    public final List<String> overrides = new ArrayList<>();
    public final List<RunSettings> settings = new ArrayList<>();
    public final List<RunningExperiment> experiments = new ArrayList<>();
    public List<RunStatus> runs = List.of();
    public Path file = Path.of("");
    public List<String> lingering = List.of();
    /** What happens as soon as an experiment is started. */
    public Runnable onStart = () -> { };
    /** Whether the next experiment's first waiter is interrupted. */
    public boolean interrupted;

    public final StopRuns stopper = new StopRuns(this);
    /** What other hosts have under way. */
    public final List<RunningExperiment> elsewhere = new ArrayList<>();
    /** With what resume was asked for. */
    public final List<String> with = new ArrayList<>();
    public Path resumed = Path.of("");
    public List<Deployment> older = List.of();

    /** What was asked of runs that are done. */
    public final List<String> asked = new ArrayList<>();
    private final Analysis analysis = (experiment, metrics) -> {
        asked.addAll(metrics);
        return ExperimentFindings.none();
    };

    public Services services() {
        return new Services(new Services(this, this, this, this, analysis, this, stopper), new Hosts() {
            @Override
            public Optional<RunningExperiment> running(Path folder) {
                return elsewhere.stream().filter(each -> each.folder().equals(folder.toAbsolutePath())).findFirst();
            }

            @Override
            public List<RunningExperiment> running() {
                return elsewhere;
            }
        });
    }

    public static RunStatus run(String name, State state, double fraction, String phase, double score, String message) {
        return of("ewc", name, state, fraction, phase, score, message);
    }

    public static RunStatus of(String learner, String name, State state) {
        return of(learner, name, state, 0.5, "learn", Double.NaN, "");
    }

    private static RunStatus of(String learner, String name, State state, double fraction, String phase, double score, String message) {
        return new RunStatus(name, learner, "digits", 0, state, fraction, phase, Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score), message,
                Path.of("runs/x", name));
    }

    @Override
    public List<PluginEntry> entries() {
        return plugins;
    }

    @Override
    public PluginEntry find(Plugin.Kind kind, String reference) {
        return plugins.stream().filter(entry -> entry.kind() == kind && entry.id().equals(reference)).findFirst()
                .orElseThrow(() -> new UnknownPluginException(kind, reference, "", "no " + reference));
    }

    @Override
    public LeasedPlugin exact(Plugin.Kind kind, String id, String sha256) {
        return new LeasedPlugin(find(kind, id), () -> { });
    }

    @Override
    public AutoCloseable lease(PluginEntry entry) {
        return () -> { };
    }

    @Override
    public Experiment read(Path file, List<String> overrides) {
        this.file = file;
        this.overrides.addAll(overrides);
        if (file.endsWith("bad.json")) {
            throw new BadInputException("bad.json: seeds: expected a whole number from 1, got -1");
        }
        Case only = new Case("", new Binding("p", plugins.get(0), new None(), new JsonObject()), List.of(), List.of(), Map.of(), List.of(), 1, Twins.none());
        return new Experiment("x", List.of(only), List.of(0L), new JsonObject());
    }

    @Override
    public RunningExperiment start(Experiment experiment, RunSettings settings) {
        this.settings.add(settings);
        Paper running = new Paper(experiment.name(), runs);
        running.launcher = settings.launcher().isEmpty() && runs.size() > 1 ? Launcher.CHILD : settings.launcher();
        running.interrupts = interrupted;
        experiments.add(running);
        onStart.run();
        return running;
    }

    @Override
    public RunningExperiment resume(Path folder, RunSettings settings, List<String> with) {
        this.settings.add(settings);
        this.with.addAll(with);
        this.resumed = folder;
        Paper running = new Paper(folder.getFileName().toString(), runs.stream().map(run -> new RunStatus(run.run(), run.learner(), run.environment(), run.seed(), run.state(),
                run.fraction(), run.phase(), run.score(), run.message(), folder.resolve(run.run()))).toList());
        experiments.add(running);
        return running;
    }

    @Override
    public List<RunningExperiment> experiments() {
        return experiments;
    }

    @Override
    public Report report(Path folder, ExperimentFindings more) {
        return new Report(folder.resolve("report.html"), List.of(folder.resolve("report.html"), folder.resolve("results.csv"), folder.resolve("tensorboard/e")),
                new ResultTable(List.of(), List.of("The table.")));
    }

    @Override
    public List<Deployment> deployments() {
        List<Deployment> all = new ArrayList<>();
        all.add(new Deployment("ewc.jar", "e".repeat(64), "org.example.ewc", "0.1.0", Deployment.State.SERVING, Optional.empty(), 1, List.<Offer>of()));
        all.addAll(older);
        all.add(new Deployment("torn.jar", "", "", "", Deployment.State.FAILED, Optional.of(new Problem(Problem.Type.NOT_A_JAR, "torn.jar is cut off.")), 0, List.of()));
        return all;
    }

    @Override
    public String why(String idOrFile) {
        return idOrFile + " is available.";
    }

    @Override
    public Lease lease(String sha256) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Lease recall(String sha256) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void settle() {
    }

    @Override
    public boolean settle(Duration timeout) {
        return true;
    }

    @Override
    public List<String> lingering() {
        return lingering;
    }

    /** An experiment that is over as soon as somebody waits for it, unless it has runs that are still going on. */
    public static final class Paper implements RunningExperiment {
        private final String name;
        public final List<RunStatus> runs;
        public final List<String> stopped = new ArrayList<>();
        /** What was asked for, as {@code run learner}. */
        public final List<String> swaps = new ArrayList<>();
        public final List<SwapRequest> requests = new ArrayList<>();
        /** What becomes of swaps, by run. */
        public final Map<String, CompletableFuture<SwapResult>> answers = new HashMap<>();
        /** What there is to watch, one after another. */
        public final List<CompletableFuture<Film>> films = new ArrayList<>();
        private boolean interrupts;
        private String launcher = "";

        public Paper(String name, List<RunStatus> runs) {
            this.name = name;
            this.runs = new CopyOnWriteArrayList<>(runs);
        }

        @Override
        public String launcher() {
            return launcher;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Path folder() {
            return Path.of("runs", name).toAbsolutePath();
        }

        @Override
        public List<RunStatus> runs() {
            return List.copyOf(runs);
        }

        @Override
        public void stop() {
            stopped.add("*");
            runs.replaceAll(run -> run.state().over() ? run : Lab.run(run.run(), State.STOPPED, run.fraction(), run.phase(), Double.NaN, ""));
        }

        @Override
        public boolean stop(String run) {
            stopped.add(run);
            return true;
        }

        @Override
        public void pause() {
            change(State.RUNNING, State.PAUSED, "");
        }

        @Override
        public boolean pause(String run) {
            return change(State.RUNNING, State.PAUSED, run);
        }

        @Override
        public void resume() {
            change(State.PAUSED, State.RUNNING, "");
        }

        @Override
        public boolean resume(String run) {
            return change(State.PAUSED, State.RUNNING, run);
        }

        private boolean change(State from, State to, String name) {
            runs.replaceAll(run -> run.state() == from && (name.isEmpty() || name.equals(run.run())) ? of(run.learner(), run.run(), to) : run);
            return runs.stream().anyMatch(run -> run.run().equals(name));
        }

        @Override
        public CompletableFuture<SwapResult> swap(String run, SwapRequest request) {
            swaps.add(run + " " + request.learner());
            requests.add(request);
            return answers.getOrDefault(run, CompletableFuture.completedFuture(new SwapResult(12000, "ewc@0.1.0", request.learner() + "@0.2.0", 3.25, 1.5)));
        }

        /** The next one of {@link #films}. After the last of them the run is over. */
        @Override
        public CompletableFuture<Film> watch(String run) {
            if (films.isEmpty()) {
                runs.replaceAll(each -> Lab.of(each.learner(), each.run(), State.DONE));
                return CompletableFuture.failedFuture(new WatchRefusedException("the run is over"));
            }
            return films.remove(0);
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            if (interrupts) {
                interrupts = false;
                throw new InterruptedException();
            }
            return runs.stream().allMatch(run -> run.state().over());
        }
    }
}
