package org.thaw.bench;

import com.google.gson.JsonObject;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.thaw.environments.images.internal.Mnist10k;
import org.thaw.learners.baselines.internal.Finetune;
import org.thaw.learners.regularisation.internal.Ewc;
import org.thaw.learners.rehearsal.internal.ExperienceReplay;
import org.thaw.metrics.supervised.internal.AverageAccuracy;
import org.thaw.protocols.supervised.internal.ClassIncremental;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.internal.engine.InProcessLauncher;
import org.thaw.runtime.internal.engine.LocalLaboratory;
import org.thaw.runtime.internal.experiment.JsonExperimentReader;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;

/**
 * How long a run stands still while its learner is swapped: class-incremental mnist-10k in this process, a 784-400-400-10 network that goes from finetune to
 * experience-replay to ewc and round again, each taking over what the last has learned. A swap is asked for as soon as the last is made, so it is rehearsed while
 * the run goes on. Wall-clock milliseconds of the run's thread.
 */
public final class SwapPause {
    private static final int WARM_UP = 10;
    private static final int SWAPS = 30;
    private static final List<String> LEARNERS = List.of("experience-replay", "ewc", "finetune");
    /** Examples between two swaps: all five tasks see some, so that there are buffers and Fisher matrices to hand over. */
    private static final int APART = 2_000;
    private static final String EXPERIMENT = """
            {"name": "pause", "protocol": {"plugin": "class-incremental", "epochs": 12, "batch": 128, "classOrder": "ascending"},
             "environment": "mnist-10k", "learner": {"plugin": "finetune", "hidden": [400, 400]}, "metrics": ["average-accuracy"]}""";

    private SwapPause() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("thaw-pause");
        Catalog catalog = new ListedCatalog(List.of(Entries.of(new Finetune.Factory()), Entries.of(new ExperienceReplay.Factory()), Entries.of(new Ewc.Factory()),
                Entries.of(new Mnist10k()), Entries.of(new ClassIncremental.Factory()), Entries.of(new AverageAccuracy.Factory())));
        LocalLaboratory laboratory = new LocalLaboratory(catalog);
        laboratory.add(new InProcessLauncher(catalog));
        RunningExperiment run = laboratory.start(new JsonExperimentReader(catalog).read(Files.writeString(folder.resolve("pause.json"), EXPERIMENT), List.of()),
                new RunSettings(folder.resolve("runs"), folder.resolve("data"), true, 1, true));
        List<SwapResult> made = new ArrayList<>();
        for (int i = 0; i < WARM_UP + SWAPS; i++) {
            made.add(swap(run, LEARNERS.get(i % LEARNERS.size()), (i + 1L) * APART));
        }
        run.stop();
        run.await(Duration.ofMinutes(1));
        print(made.subList(WARM_UP, made.size()));
    }

    private static SwapResult swap(RunningExperiment run, String learner, long at) throws Exception {
        return run.swap(run.runs().get(0).run(), new SwapRequest("learner", learner, true, OptionalLong.of(at), false, new JsonObject())).get(1, TimeUnit.MINUTES);
    }

    private static void print(List<SwapResult> made) {
        System.out.printf(Locale.ROOT, "%d swaps of a running learner, steps %d to %d; load %.1f on %d processors%n", made.size(), made.get(0).step(),
                made.get(made.size() - 1).step(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), Runtime.getRuntime().availableProcessors());
        print("the run stands still", made, SwapResult::milliseconds);
        print("of it the learners' save and restore", made, SwapResult::stateMilliseconds);
        print("of it all else", made, SwapPause::beyond);
        for (String learner : LEARNERS) {
            print("all else, to " + learner, made.stream().filter(each -> each.to().startsWith(learner + "@")).toList(), SwapPause::beyond);
        }
    }

    private static double beyond(SwapResult made) {
        return made.milliseconds() - made.stateMilliseconds();
    }

    private static void print(String what, List<SwapResult> made, ToDoubleFunction<SwapResult> of) {
        double[] sorted = made.stream().mapToDouble(of).sorted().toArray();
        System.out.printf(Locale.ROOT, "  %-38s median %7.2f ms, worst %7.2f ms%n", what, sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
