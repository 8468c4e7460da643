package org.thaw.bench.agents;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.thaw.environments.minatar.internal.Breakout;
import org.thaw.learners.deep.internal.Dqn;
import org.thaw.metrics.costs.internal.Cost;
import org.thaw.protocols.lifetimes.internal.Lifetime;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.internal.engine.InProcessLauncher;
import org.thaw.runtime.internal.engine.LocalLaboratory;
import org.thaw.runtime.internal.experiment.JsonExperimentReader;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;

/**
 * The whole loop of DQN on MinAtar's Breakout in the run engine, one update a frame, against the example program of MinAtar (390 frames a second on the same kind of machine,
 * measured apart): frames per CPU second of the whole process, without the frames before the first update. Then eight seeds, one at a time and as many at once as there are
 * processors, by the clock: a processor more is to be worth 0.8 of one, as long as there is a seed for it.
 */
public final class AgentLoop {
    private static final String EXPERIMENT = """
            {"name": "loop-%s", "protocol": {"plugin": "lifetime", "steps": %d, "evaluateEvery": %d, "evaluationEpisodes": 1}, "environment": "breakout",
             "learners": ["dqn"], "metrics": ["cost"], "seeds": %d}""";
    private static final double RECORD = 390;
    private static final double WANTED = 4;
    private static final int SILENT = 5_000;
    private static final int FRAMES = 45_000;
    private static final int SEEDS = 8;
    private static final int FRAMES_OF_SEED = 15_000;
    private static final double WANTED_OF_PROCESSOR = 0.8;

    private final LocalLaboratory laboratory;
    private final Catalog catalog;
    private final Path folder;

    private AgentLoop() throws IOException {
        catalog = new ListedCatalog(List.of(Entries.of(new Breakout.Factory()), Entries.of(new Dqn.Factory()), Entries.of(new Lifetime.Factory()), Entries.of(new Cost.Factory())));
        laboratory = new LocalLaboratory(catalog);
        laboratory.add(new InProcessLauncher(catalog));
        folder = Files.createTempDirectory("thaw-agents");
    }

    public static void main(String[] arguments) throws Exception {
        AgentLoop loop = new AgentLoop();
        loop.run("warm", 2 * SILENT, 1, 1);
        long before = processNanos();
        loop.run("quiet", SILENT, 1, 1);
        long silent = processNanos() - before;
        before = processNanos();
        loop.run("whole", FRAMES, 1, 1);
        double seconds = (processNanos() - before - silent) / 1e9;
        double rate = (FRAMES - SILENT) / seconds;
        System.out.printf(Locale.ROOT, "dqn on breakout: %,.0f frames per CPU second, %.2f times the original's %.0f: %s (target %.0f)%n", rate, rate / RECORD, RECORD,
                rate >= WANTED * RECORD ? "met" : "lost", WANTED);
        int processors = Runtime.getRuntime().availableProcessors();
        double single = loop.run("one", FRAMES_OF_SEED, SEEDS, 1);
        double together = loop.run("many", FRAMES_OF_SEED, SEEDS, processors);
        double faster = single / together;
        double wanted = WANTED_OF_PROCESSOR * Math.min(SEEDS, processors);
        System.out.printf(Locale.ROOT, "%d seeds, one at a time %.1f s, %d at once %.1f s: %.2f times as fast on %d processors: %s (target %.1f)%n", SEEDS, single, processors,
                together, faster, processors, faster >= wanted ? "met" : "lost", wanted);
    }

    /** Runs an experiment to its end and returns seconds by the clock. */
    private double run(String name, int frames, int seeds, int parallel) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("loop.json"), EXPERIMENT.formatted(name, frames, frames, seeds));
        long begun = System.nanoTime();
        RunningExperiment run = laboratory.start(new JsonExperimentReader(catalog).read(file, List.of()),
                new RunSettings(folder.resolve("runs"), folder.resolve("data"), true, parallel, true));
        run.await(Duration.ofMinutes(30));
        for (RunStatus status : run.runs()) {
            if (status.state() != RunStatus.State.DONE) {
                throw new IllegalStateException(status.message());
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long processNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
