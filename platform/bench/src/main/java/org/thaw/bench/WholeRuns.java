package org.thaw.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thaw.environments.images.internal.FashionMnist;
import org.thaw.learners.baselines.internal.Finetune;
import org.thaw.learners.regularisation.internal.Ewc;
import org.thaw.learners.rehearsal.internal.ExperienceReplay;
import org.thaw.metrics.costs.internal.Cost;
import org.thaw.metrics.supervised.internal.AverageAccuracy;
import org.thaw.protocols.supervised.internal.ClassIncremental;
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

/**
 * Whole runs against Avalanche 0.6: Split Fashion-MNIST, class-incremental, 784-400-400-10, batch 128, one epoch a task, a replay memory of 500. Two figures a run, in CPU seconds:
 * what learning took of the run's thread, and what the whole process took meanwhile, with evaluations, compilation and garbage collection. Avalanche's were recorded apart on
 * the same kind of machine, and a bare PyTorch loop of the same size with them: where PyTorch is here, they are scaled by what that loop takes now.
 */
public final class WholeRuns {
    private static final String EXPERIMENT = """
            {"name": "whole-%s-%d", "protocol": {"plugin": "class-incremental", "epochs": 1, "batch": 128}, "environment": "fashion-mnist", "learners": {"%s": %s},
             "metrics": ["average-accuracy", "cost"], "seeds": 1}""";
    private static final Map<String, String> LEARNERS = new LinkedHashMap<>();
    private static final Map<String, Double> AVALANCHE = Map.of("finetune", 3.1, "experience-replay", 4.8, "ewc", 8.4);
    /** CPU seconds of PyTorch's bare loop, recorded with Avalanche's figures. */
    private static final double BARE_LOOP = 2.15;
    private static final double TARGET = 0.6;
    private static final int ROUNDS = 3;

    static {
        LEARNERS.put("finetune", "{}");
        LEARNERS.put("experience-replay", "{\"capacity\": 500}");
        // as many passes as Avalanche makes, whose information is of the gradients of batches; the exact one takes a pass for each class
        LEARNERS.put("ewc", "{\"fisher\": \"empirical\"}");
    }

    private WholeRuns() {
    }

    /** @param arguments the path of torch_loop.py */
    public static void main(String[] arguments) throws Exception {
        double scale = scale(Path.of(arguments[0]));
        Path folder = Files.createTempDirectory("thaw-whole");
        Catalog catalog = new ListedCatalog(List.of(Entries.of(new Finetune.Factory()), Entries.of(new ExperienceReplay.Factory()), Entries.of(new Ewc.Factory()),
                Entries.of(new FashionMnist()), Entries.of(new ClassIncremental.Factory()), Entries.of(new AverageAccuracy.Factory()), Entries.of(new Cost.Factory())));
        LocalLaboratory laboratory = new LocalLaboratory(catalog);
        laboratory.add(new InProcessLauncher(catalog));
        System.out.printf(Locale.ROOT, "learner             round  learning  process  Avalanche 0.6  learning/Avalanche  (target %.2f)%n", TARGET);
        for (int round = 1; round <= ROUNDS; round++) {
            for (Map.Entry<String, String> learner : LEARNERS.entrySet()) {
                Path file = Files.writeString(folder.resolve("whole.json"), String.format(Locale.ROOT, EXPERIMENT, learner.getKey(), round, learner.getKey(), learner.getValue()));
                long before = processNanos();
                RunningExperiment run = laboratory.start(new JsonExperimentReader(catalog).read(file, List.of()),
                        new RunSettings(folder.resolve("runs"), folder.resolve("data"), true, 1, true));
                run.await(Duration.ofMinutes(10));
                double process = (processNanos() - before) / 1e9;
                RunStatus status = run.runs().get(0);
                if (status.state() != RunStatus.State.DONE) {
                    System.out.println(learner.getKey() + ": " + status.message());
                    return;
                }
                double learning = new RunFolder(status.folder()).findings().scalar("learner", "cost/cpu-seconds").orElse(Double.NaN);
                double theirs = AVALANCHE.get(learner.getKey()) * scale;
                System.out.printf(Locale.ROOT, "%-18s %6d %9.2f %8.2f %14.2f %19.2f  %s%n", learner.getKey(), round, learning, process, theirs, learning / theirs,
                        learning <= TARGET * theirs ? "met" : "lost");
            }
        }
    }

    /** How much longer PyTorch's bare loop takes here than on the machine of record; 1, and a word about it, without PyTorch. */
    private static double scale(Path script) throws IOException, InterruptedException {
        Optional<String> python = Torch.python();
        if (python.isEmpty()) {
            System.out.println("Avalanche's figures are as recorded, not scaled to this machine.");
            return 1;
        }
        Process process = OneCore.process(List.of(python.get(), script.toString())).start();
        String[] printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split("\t");
        if (process.waitFor() != 0) {
            throw new IOException(script + " ended with " + process.exitValue());
        }
        double here = Double.parseDouble(printed[0]);
        System.out.printf(Locale.ROOT, "The bare loop of PyTorch %s takes %.2f s here, and took %.2f s where Avalanche's figures were recorded: they are scaled by %.2f.%n", printed[1], here,
                BARE_LOOP, here / BARE_LOOP);
        return here / BARE_LOOP;
    }

    private static long processNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
