package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job with one seed. */
class MainJobTest {
    @TempDir
    static Path folder;
    private static Thaw.Result result;
    private static Path experiment;

    @BeforeAll
    static void run() {
        Thaw thaw = new Thaw(folder);
        result = thaw.run("run", Thaw.experiment("split-mnist.json").toString(), "seeds=1");
        experiment = thaw.runs().resolve("split-mnist");
    }

    @Test
    void itIsDone() {
        assertEquals(0, result.code(), result.toString());
    }

    @Test
    void itPrintsATableWithAllLearnersAndSaysWhereTheReportIs() {
        for (String expected : List.of("finetune", "joint", "experience-replay", "ewc", "slda", "nearest-class-mean", "report.html")) {
            assertTrue(result.out().contains(expected), expected + " is missing:\n" + result);
        }
        assertTrue(!result.out().contains("\u001b"), "escape codes where there is no terminal");
    }

    @Test
    void finetuneForgetsJointDoesNotAndReplayLiesBetween() {
        Results results = Results.of(experiment);

        double finetune = results.mean("finetune", "average-accuracy");
        double joint = results.mean("joint", "average-accuracy");
        double replay = results.mean("experience-replay", "average-accuracy");
        assertTrue(finetune < 0.25, "finetune " + finetune);
        assertTrue(joint > 0.93, "joint " + joint);
        assertTrue(replay > finetune + 0.3 && replay < joint - 0.005, "replay " + replay + " between " + finetune + " and " + joint);
    }

    @Test
    void finetuneEndsNearChanceOnOldTasks() throws Exception {
        String last = Files.readString(experiment.resolve("finetune-mnist-10k-0/metrics.jsonl"));
        Matcher old = Pattern.compile("\"role\":\"learner\",[^\n]*\"after\":5,\"during\":-1,\"on\":[0-3],[^\n]*\"accuracy\":([0-9.E-]+)").matcher(last);
        int count = 0;
        while (old.find()) {
            count++;
            assertTrue(Double.parseDouble(old.group(1)) < 0.1, old.group());
        }
        assertEquals(4, count);
    }

    @Test
    void aFrozenTwinStaysWhereItWasFrozen() throws Exception {
        List<String> lines = Files.readAllLines(experiment.resolve("finetune-mnist-10k-0/metrics.jsonl"));
        List<String> onFirst = lines.stream().filter(line -> line.contains("learner/frozen@1\"") && line.contains("\"on\":0")).toList();

        assertEquals(4, onFirst.size());
        double wasFrozen = accuracy(lines.stream().filter(line -> line.contains("\"role\":\"learner\"") && line.contains("\"after\":1,\"during\":-1,\"on\":0")).findFirst().orElseThrow());
        // its cue names more classes from task to task, so on its own task it can lose a little
        for (String line : onFirst) {
            assertEquals(wasFrozen, accuracy(line), 0.05, line);
        }
    }

    private static double accuracy(String line) {
        Matcher accuracy = Pattern.compile("\"accuracy\":([0-9.E-]+)").matcher(line);
        return accuracy.find() ? Double.parseDouble(accuracy.group(1)) : Double.NaN;
    }

    @Test
    void everyRunHasItsEndMarkerProvenanceAndTensorBoardFiles() throws Exception {
        try (Stream<Path> runs = Files.list(experiment)) {
            List<Path> folders = runs.filter(run -> Files.exists(run.resolve("run.json"))).toList();
            assertEquals(6, folders.size());
            for (Path run : folders) {
                assertTrue(Files.readString(run.resolve("end")).contains("\"done\""), run.toString());
                assertTrue(Files.readString(run.resolve("run.json")).contains("\"sha256\""), run.toString());
                assertTrue(Files.isDirectory(experiment.resolve("tensorboard").resolve(run.getFileName())), run.toString());
            }
        }
        assertTrue(Files.readString(experiment.resolve("finetune-mnist-10k-0/run.json")).contains("\"kernels\""));
        assertTrue(Files.size(experiment.resolve("report.html")) > 10_000 && Files.exists(experiment.resolve("results.json")));
    }
}
