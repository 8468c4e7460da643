package org.thaw.environments.gymnasium.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.learners.deep.internal.Dqn;
import org.thaw.protocols.lifetimes.internal.Lifetime;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.internal.engine.InProcessLauncher;
import org.thaw.runtime.internal.engine.LocalLaboratory;
import org.thaw.runtime.internal.experiment.JsonExperimentReader;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;

/** The run engine with {@code dqn}, {@code lifetime} and {@code gymnasium}. Runs can be stopped after the first evaluation of a step of one's choice. */
final class Engine {
    private static final long NEVER = -1;

    public record None() {
    }

    /** Tells its run to stop where a test wants it, once. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "stop", summary = "Stops its run.")
    public static final class Stop implements MetricFactory<None> {
        private final CompletableFuture<RunningExperiment> run = new CompletableFuture<>();
        private long at;

        private Stop(long at) {
            this.at = at;
        }

        @Override
        public Metric create(None configuration) {
            return new Metric() {
                @Override
                public void on(Event event) {
                    if (event instanceof Event.Evaluated && event.step() == at) {
                        at = NEVER;
                        run.join().stop();
                    }
                }

                @Override
                public void report(Findings out) {
                }
            };
        }
    }

    private final Path folder;
    private final Stop stop;
    private final Catalog catalog;
    private final LocalLaboratory laboratory;

    private Engine(Path folder, long stopAt) {
        this.folder = folder;
        stop = new Stop(stopAt);
        catalog = new ListedCatalog(List.of(Entries.of(new Gymnasium()), Entries.of(new Dqn.Factory()), Entries.of(new Lifetime.Factory()), Entries.of(stop)));
        laboratory = new LocalLaboratory(catalog);
        laboratory.add(new InProcessLauncher(catalog));
    }

    /** Runs an experiment of one run, whose metric is {@code stop}, to its end. */
    static RunStatus whole(Path folder, String experiment) throws IOException, InterruptedException {
        return new Engine(folder, NEVER).run(experiment);
    }

    /** The same, but stopped after an evaluation and gone on with. */
    static RunStatus interrupted(Path folder, String experiment, long after) throws IOException, InterruptedException {
        Engine engine = new Engine(folder, after);
        RunStatus stopped = engine.run(experiment);
        if (stopped.state() != RunStatus.State.STOPPED) {
            throw new IllegalStateException("expected a stopped run, not " + stopped);
        }
        return ended(engine.laboratory.resume(stopped.folder().getParent(), engine.settings(), List.of()));
    }

    private RunStatus run(String experiment) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createDirectories(folder).resolve("experiment.json"), experiment);
        RunningExperiment run = laboratory.start(new JsonExperimentReader(catalog).read(file, List.of()), settings());
        stop.run.complete(run);
        return ended(run);
    }

    private RunSettings settings() {
        return new RunSettings(folder.resolve("runs"), folder.resolve("data"), true, 1, false);
    }

    private static RunStatus ended(RunningExperiment run) throws InterruptedException {
        if (!run.await(Duration.ofMinutes(5))) {
            throw new IllegalStateException("the run does not end");
        }
        return run.runs().get(0);
    }

    static List<Event> events(RunStatus run) {
        return new RunFolder(run.folder()).events();
    }
}
