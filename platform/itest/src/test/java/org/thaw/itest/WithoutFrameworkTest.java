package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.environments.images.internal.Mnist10k;
import org.thaw.learners.baselines.internal.Finetune;
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

/** Networks, learners and engine work the same inside the framework and on a plain class path. */
class WithoutFrameworkTest {
    private static final String EXPERIMENT = """
            {"name": "both", "protocol": {"plugin": "class-incremental", "iterations": 20}, "environment": "mnist-10k", "learners": {"finetune": {"hidden": [50]}},
             "metrics": ["average-accuracy"], "seeds": 1}""";
    private static final String EVENTS = "both/finetune-mnist-10k-0/metrics.jsonl";

    @TempDir
    Path folder;

    @Test
    void aRunOnAPlainClassPathHasTheBytesOfOneInTheInstallation() throws IOException, InterruptedException {
        Thaw thaw = new Thaw(Files.createDirectories(folder.resolve("installed")));
        Path file = thaw.file("both.json", EXPERIMENT);
        Thaw.Result result = thaw.run("run", file.toString());
        assertEquals(0, result.code(), result.toString());

        Catalog catalog = new ListedCatalog(List.of(Entries.of(new Finetune.Factory()), Entries.of(new Mnist10k()), Entries.of(new ClassIncremental.Factory()),
                Entries.of(new AverageAccuracy.Factory())));
        LocalLaboratory laboratory = new LocalLaboratory(catalog);
        laboratory.add(new InProcessLauncher(catalog));
        Path plain = folder.resolve("plain");
        RunningExperiment run = laboratory.start(new JsonExperimentReader(catalog).read(file, List.of()), new RunSettings(plain, folder.resolve("data"), true, 1, true));
        run.await(Duration.ofMinutes(5));
        assertEquals(RunStatus.State.DONE, run.runs().get(0).state(), run.runs().get(0)::message);

        assertArrayEquals(Files.readAllBytes(thaw.runs().resolve(EVENTS)), Files.readAllBytes(plain.resolve(EVENTS)));
    }
}
