package org.thaw.bench.agents;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
 * measured apart): frames per CPU second of the whole process, without the frames before the first update. Then eight seeds in one process, one at a time and as many at once as
 * there are processors, by the clock: wanted is 0.8 of what the seeds could gain if each took as long as alone (on 6 processors 8 seeds take two rounds, not 8/6). Beside it stands
 * how many processors were busy, which on a machine that others use is fewer than there are. The system property {@code thaw.bench.frames} is the size, 45,000 by default.
 */
public final class AgentLoop {
    private static final String EXPERIMENT = """
            {"name": "loop-%s", "protocol": {"plugin": "lifetime", "steps": %d, "evaluateEvery": %d, "evaluationEpisodes": 1}, "environment": "breakout",
             "learners": ["dqn"], "metrics": ["cost"], "seeds": %d}""";
    private static final double RECORD = 390;
    private static final double WANTED = 4;
    private static final int SILENT = 5_000;
    private static final int FRAMES = Integer.getInteger("thaw.bench.frames", 45_000);
    private static final int SEEDS = 8;
    /** A quarter of the updates. */
    private static final int FRAMES_OF_SEED = SILENT + (FRAMES - SILENT) / 4;
    private static final double WANTED_OF_SEEDS = 0.8;

    /** What a run took: nanoseconds by the clock, and of the processors. */
    private record Time(long clock, long processors) {
        double seconds() {
            return clock / 1e9;
        }

        /** Processors at work, on average. */
        double busy() {
            return (double) processors / clock;
        }
    }

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
        if (FRAMES <= SILENT) {
            throw new IllegalArgumentException("thaw.bench.frames is " + FRAMES + ": expected more than " + SILENT + ", after which the first update comes");
        }
        AgentLoop loop = new AgentLoop();
        try {
            loop.loop();
            loop.seeds(Runtime.getRuntime().availableProcessors());
        } finally {
            loop.clear();
        }
    }

    private void loop() throws IOException, InterruptedException {
        run("warm", 2 * SILENT, 1, 1);
        long silent = run("quiet", SILENT, 1, 1).processors();
        double seconds = (run("whole", FRAMES, 1, 1).processors() - silent) / 1e9;
        double rate = (FRAMES - SILENT) / seconds;
        System.out.printf(Locale.ROOT, "dqn on breakout: %,.0f frames per CPU second, %.2f times the original's %.0f: %s (target %.0f)%n", rate, rate / RECORD, RECORD,
                rate >= WANTED * RECORD ? "met" : "lost", WANTED);
    }

    private void seeds(int processors) throws IOException, InterruptedException {
        Time single = run("one", FRAMES_OF_SEED, SEEDS, 1);
        Time together = run("many", FRAMES_OF_SEED, SEEDS, processors);
        double faster = single.seconds() / together.seconds();
        int rounds = (SEEDS + processors - 1) / processors;
        double wanted = WANTED_OF_SEEDS * SEEDS / rounds;
        String verdict = processors == 1 ? "nothing to gain" : faster >= wanted ? "met" : "lost";
        System.out.printf(Locale.ROOT, "%d seeds, one at a time %.1f s (%.2f processors busy), %d at once %.1f s (%.2f busy): %.2f times as fast on %d processors: %s (target %.1f)%n", SEEDS,
                single.seconds(), single.busy(), Math.min(SEEDS, processors), together.seconds(), together.busy(), faster, processors, verdict, wanted);
    }

    /** Runs an experiment to its end. */
    private Time run(String name, int frames, int seeds, int parallel) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("loop.json"), EXPERIMENT.formatted(name, frames, frames, seeds));
        long begun = System.nanoTime();
        long before = processNanos();
        RunningExperiment run = laboratory.start(new JsonExperimentReader(catalog).read(file, List.of()),
                new RunSettings(folder.resolve("runs"), folder.resolve("data"), true, parallel, true));
        run.await(Duration.ofMinutes(30));
        Time time = new Time(System.nanoTime() - begun, processNanos() - before);
        for (RunStatus status : run.runs()) {
            if (status.state() != RunStatus.State.DONE) {
                throw new IllegalStateException("the run " + status.run() + " of " + name + " is " + status.state() + ", expected that it is done: " + status.message());
            }
        }
        return time;
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static long processNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
