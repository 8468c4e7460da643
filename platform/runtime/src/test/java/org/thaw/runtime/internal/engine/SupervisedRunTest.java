package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

class SupervisedRunTest {
    private static final String HALVES = "{\"name\": \"halves\", \"protocol\": \"halves\", \"environment\": \"blobs\", \"learner\": \"centroids\", \"metrics\": [\"count\"]}";

    @TempDir
    Path folder;
    private ToyLab lab;

    @BeforeEach
    void lab() {
        lab = new ToyLab(folder);
    }

    @Test
    void aRunLeavesEventsFindingsProvenanceAndAnEndMarker() {
        RunningExperiment done = lab.run(HALVES);

        RunFolder run = ToyLab.folder(done, 0);
        assertEquals(RunStatus.State.DONE, done.runs().get(0).state());
        assertTrue(run.end().orElseThrow().done());
        assertEquals(run.events().size() + run.timings().size(), run.findings().scalar("learner", "count").orElseThrow());
        assertEquals("centroids", run.manifest().players().get("learner").plugin());
        assertEquals("0.1", run.manifest().players().get("learner").with().get("rate").getAsString());
        assertEquals(System.getProperty("java.version"), run.manifest().machine().get("java.version"));
        assertFalse(Files.exists(run.path().resolve("scratch")));
    }

    @Test
    void theCopyOfTheExperimentRunsUnderTheSameName() throws Exception {
        RunningExperiment done = lab.run(HALVES.replace("\"name\": \"halves\", ", ""), "seeds=2");

        ExperimentFolder results = new ExperimentFolder(done.folder());
        assertEquals("toy", results.name());
        assertTrue(Files.readString(results.path().resolve(ExperimentFolder.EXPERIMENT)).contains("\"name\": \"toy\""));
        assertFalse(results.busy());
    }

    @Test
    void aSpecificOverrideHoldsWhateverItsPlace() {
        String list = HALVES.replace("\"learner\": \"centroids\"", "\"learners\": [\"centroids\"]");

        for (List<String> order : List.of(List.of("learners.centroids.rate=0.5", "learners=[\"centroids\"]"), List.of("learners=[\"centroids\"]", "learners.centroids.rate=0.5"))) {
            assertEquals("0.5", lab.read(list, order.toArray(String[]::new)).cases().get(0).learners().get(0).json().get("rate").getAsString(), order.toString());
        }
    }

    @Test
    void costsAreCountedTaskByTask() {
        RunFolder run = ToyLab.folder(lab.run(HALVES), 0);

        List<Event.Spent> spent = run.events().stream().filter(Event.Spent.class::isInstance).map(Event.Spent.class::cast).toList();
        // 100 examples of two classes, 3 passes, batches of 8: 13 a pass; centroids of 4 classes in the plane as floats
        assertEquals(List.of(new Event.Spent("learner", 300, 0, 300, 39, 32, 0), new Event.Spent("learner", 600, 1, 300, 39, 32, 0)), spent);
    }

    @Test
    void theSameSeedGivesTheSameBytesAloneAndInParallel() {
        RunningExperiment alone = lab.run(lab.read(HALVES, "seeds=4", "name=alone"), 1);
        RunningExperiment together = lab.run(lab.read(HALVES, "seeds=4", "name=together"), 3);

        for (int run = 0; run < 4; run++) {
            assertEquals(ToyLab.events(alone, run), ToyLab.events(together, run));
        }
        assertFalse(ToyLab.events(alone, 0).equals(ToyLab.events(alone, 1)), "another seed gives other numbers");
    }

    /** Recorded: whatever the machine and its Java, these are the bytes. A change here is a change of everybody's results. */
    @Test
    void theBytesAreTheSameEverywhere() throws Exception {
        String events = ToyLab.events(lab.run(HALVES, "twins.frozen=tasks", "protocol.fork=true"), 0);

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(events.getBytes(StandardCharsets.UTF_8));
        assertEquals("65b7f949d790b755363537a2783e607bbfeaba835c128e0cfca9c4a71319ceb4", HexFormat.of().formatHex(hash), events);
    }

    @Test
    void aForkThatLearnsTheSameStaysBitIdentical() {
        RunFolder run = ToyLab.folder(lab.run(HALVES, "protocol.fork=true"), 0);

        List<Event.Evaluated> evaluated = run.events().stream().filter(Event.Evaluated.class::isInstance).map(Event.Evaluated.class::cast).toList();
        for (int on = 0; on < 2; on++) {
            int task = on;
            var original = evaluated.stream().filter(e -> e.role().equals("learner") && e.after() == 2 && e.on() == task).findFirst().orElseThrow();
            var copy = evaluated.stream().filter(e -> e.role().equals("copy") && e.on() == task).findFirst().orElseThrow();
            assertEquals(original.scores(), copy.scores());
        }
    }

    @Test
    void aFrozenTwinScoresWhatItsOriginalScoredWhenItWasForked() {
        RunFolder run = ToyLab.folder(lab.run(HALVES, "twins={\"frozen\": \"tasks\"}"), 0);

        List<Event.Evaluated> evaluated = run.events().stream().filter(Event.Evaluated.class::isInstance).map(Event.Evaluated.class::cast).toList();
        List<Object> before = evaluated.stream().filter(e -> e.role().equals("learner") && e.after() == 1).<Object>map(Event.Evaluated::scores).toList();
        List<Object> frozen = evaluated.stream().filter(e -> e.role().equals("learner/frozen@1")).<Object>map(Event.Evaluated::scores).toList();
        assertEquals(before, frozen);
        assertEquals(600, evaluated.stream().filter(e -> e.role().equals("learner/frozen@1")).findFirst().orElseThrow().step());
    }

    @Test
    void aLearnerThatChangesWhileFrozenFailsItsRun() {
        RunningExperiment run = lab.run(HALVES, "twins={\"frozen\": \"tasks\"}", "learner.fault=learn-in-predict");

        assertEquals(RunStatus.State.FAILED, run.runs().get(0).state());
        String message = ToyLab.folder(run, 0).end().orElseThrow().message();
        assertTrue(message.contains("learner centroids@0.0.0") && message.contains("frozen") && message.contains("changed"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "throw-in-learn | failed in learn: boom",
            "nan | returned NaN for output 3 of example 0",
            "wrong-shape | returned F32[32]; expected F32[8, 4]",
            "null-scores | failed in predict: it returned null",
            "throw-in-create | failed in create: this learner needs at least nine dimensions"})
    void aLearnerThatMisbehavesFailsItsRunAndTheOthersFinish(String fault, String expected) {
        RunningExperiment run = lab.run(HALVES.replace("\"learner\": \"centroids\"",
                "\"learners\": {\"bad\": {\"plugin\": \"centroids\", \"fault\": \"" + fault + "\"}, \"good\": {\"plugin\": \"centroids\"}}"), "name=" + fault);

        assertEquals(List.of(RunStatus.State.FAILED, RunStatus.State.DONE), run.runs().stream().map(RunStatus::state).toList());
        var end = ToyLab.folder(run, 0).end().orElseThrow();
        assertEquals("failed", end.status());
        assertEquals("learner centroids@0.0.0", end.plugin());
        assertTrue(end.message().contains(expected), end.message());
        assertEquals(ToyLab.events(lab.run(HALVES, "name=alone-" + fault), 0), ToyLab.events(run, 1));
    }

    @Test
    void aFinishedRunIsReusedAndOneInAnotherConfigurationIsSetAside() throws Exception {
        RunningExperiment first = lab.run(HALVES);
        assertEquals(RunStatus.State.REUSED, lab.run(HALVES).runs().get(0).state());

        RunningExperiment changed = lab.run(HALVES, "learner.rate=0.2");

        assertEquals(RunStatus.State.DONE, changed.runs().get(0).state());
        try (var kept = Files.list(first.folder().resolve("replaced"))) {
            assertEquals(1, kept.count());
        }
    }

    @Test
    void moreSeedsAddToThoseThatAreDone() {
        lab.run(HALVES, "seeds=2");
        assertEquals(List.of(RunStatus.State.REUSED, RunStatus.State.REUSED, RunStatus.State.DONE),
                lab.run(HALVES, "seeds=3").runs().stream().map(RunStatus::state).toList());
    }

    @Test
    void aStoppedRunLeavesAReadableFolderWithoutEndMarker() throws Exception {
        RunningExperiment running = lab.start(lab.read(HALVES, "protocol.epochs=1000000"), 1);
        while (running.runs().get(0).fraction() <= 0) {
            Thread.onSpinWait();
        }
        running.stop();
        assertTrue(running.await(java.time.Duration.ofSeconds(20)));

        assertEquals(RunStatus.State.STOPPED, running.runs().get(0).state());
        RunFolder run = ToyLab.folder(running, 0);
        assertTrue(run.end().isEmpty());
        run.events();
        assertEquals(0, run.manifest().seed());
    }
}
