package org.thaw.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;
import org.thaw.environments.images.internal.Mnist10k;
import org.thaw.learners.baselines.internal.Finetune;
import org.thaw.metrics.supervised.internal.AccuracyMatrix;
import org.thaw.metrics.supervised.internal.AverageAccuracy;
import org.thaw.protocols.supervised.internal.ClassIncremental;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.internal.engine.InProcessLauncher;
import org.thaw.runtime.internal.engine.LocalLaboratory;
import org.thaw.runtime.internal.experiment.JsonExperimentReader;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.tck.host.HostContext;

/**
 * What the run engine costs: class-incremental finetune on mnist-10k through the engine, which writes events, findings and a folder, against a
 * bare loop over the same learner and data. CPU seconds of the whole process, the two in turn; medians, and the median of the ratios.
 */
public final class EngineOverhead {
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 9;
    private static final int EPOCHS = 10;
    private static final int BATCH = 128;
    private static final double NANOS = 1e9;
    private static final String EXPERIMENT = """
            {"name": "overhead", "protocol": {"plugin": "class-incremental", "epochs": %d, "batch": %d, "classOrder": "ascending"},
             "environment": "mnist-10k", "learner": "finetune", "metrics": ["average-accuracy", "accuracy-matrix"]}""".formatted(EPOCHS, BATCH);

    private EngineOverhead() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("thaw-overhead");
        Finetune.Factory finetune = new Finetune.Factory();
        Mnist10k mnist = new Mnist10k();
        Catalog catalog = new ListedCatalog(List.of(Entries.of(finetune), Entries.of(mnist), Entries.of(new ClassIncremental.Factory()),
                Entries.of(new AverageAccuracy.Factory()), Entries.of(new AccuracyMatrix.Factory())));
        double[] engine = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = cpu();
            engine(catalog, folder);
            long half = cpu();
            bare(finetune, mnist);
            long end = cpu();
            if (round >= 0) {
                engine[round] = (half - start) / NANOS;
                bare[round] = (end - half) / NANOS;
                ratios[round] = engine[round] / bare[round];
            }
        }
        System.out.printf(Locale.ROOT, "engine %.3f s, bare loop %.3f s, ratio %.4f (of %d pairs; CPU seconds, medians)%n", median(engine), median(bare), median(ratios), ROUNDS);
    }

    private static void engine(Catalog catalog, Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("overhead.json"), EXPERIMENT);
        LocalLaboratory laboratory = new LocalLaboratory(catalog);
        laboratory.add(new InProcessLauncher(catalog));
        RunningExperiment run = laboratory.start(new JsonExperimentReader(catalog).read(file, List.of()),
                new RunSettings(folder.resolve("runs"), folder.resolve("data"), true, 1, true));
        run.await(Duration.ofMinutes(5));
        if (run.runs().get(0).state() != RunStatus.State.DONE) {
            throw new IllegalStateException(run.runs().get(0).message());
        }
    }

    private static void bare(Finetune.Factory finetune, Mnist10k mnist) throws Exception {
        try (TaskStream stream = mnist.create(new Mnist10k.Config(), new HostContext(1));
                Predictor learner = finetune.create(new Finetune.Config(List.of(400, 400), org.thaw.toolkit.Classifier.Rule.ADAM, 0.001), stream.signature(), new HostContext(1))) {
            new BareLoop(stream, learner, BATCH).run(EPOCHS);
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
