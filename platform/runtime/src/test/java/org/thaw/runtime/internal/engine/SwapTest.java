package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunSwap;
import org.thaw.runtime.internal.context.Scratch;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;
import org.thaw.runtime.toys.ToyLab;

class SwapTest {
    private static final String SUPERVISED = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"halves\", \"epochs\": 300}, \"environment\": \"blobs\","
            + " \"learner\": \"centroids\", \"metrics\": [\"count\"]}";
    private static final String LIVES = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"chunks\", \"steps\": 40000}, \"environment\": \"corridor\","
            + " \"learner\": \"walker\", \"metrics\": [\"count\"], \"lanes\": 2}";
    /** Two worlds of different sizes; the swap is made in the second. */
    private static final String MOVES = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"moves\", \"steps\": 1502}, \"learner\": \"surveyor\", \"lanes\": 2,"
            + " \"roles\": {\"small\": \"room\", \"large\": {\"plugin\": \"room\", \"rows\": 3, \"columns\": 5, \"actions\": 4}}, \"metrics\": [\"count\"]}";

    @TempDir
    Path folder;

    private static SwapRequest to(String learner, boolean carry, long at, boolean twin, String with) {
        return new SwapRequest("learner", learner, carry, at < 0 ? OptionalLong.empty() : OptionalLong.of(at), twin, JsonParser.parseString(with).getAsJsonObject());
    }

    private static SwapResult swap(RunningExperiment run, SwapRequest request) throws Exception {
        return run.swap(run.runs().get(0).run(), request).get(30, TimeUnit.SECONDS);
    }

    private static String refused(RunningExperiment run, SwapRequest request) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> swap(run, request));
        return assertThrows(SwapRefusedException.class, () -> {
            throw e.getCause();
        }).getMessage();
    }

    /** Starts it and holds it before its first step, so that a test can say what happens when. */
    private RunningExperiment held(ToyLab lab, String json) throws Exception {
        lab.gate.lock();
        RunningExperiment run = lab.start(lab.read(json), lab.settings(1));
        run.pause();
        lab.gate.unlock();
        while (run.runs().get(0).state() != RunStatus.State.PAUSED && !run.runs().get(0).state().over()) {
            Thread.onSpinWait();
        }
        return run;
    }

    private static List<String> without(RunFolder run, Class<? extends Event> type) {
        return run.events().stream().filter(event -> !type.isInstance(event)).map(Event::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {SUPERVISED, LIVES, MOVES})
    void aSwapToTheSameLearnerLeavesTheCurvesUnchanged(String json) throws Exception {
        RunFolder alone = ToyLab.folder(new ToyLab(folder.resolve("alone")).run(json), 0);
        ToyLab lab = new ToyLab(folder.resolve("swapped"));
        RunningExperiment run = held(lab, json);
        String learner = json.equals(LIVES) ? "walker" : json.equals(MOVES) ? "surveyor" : "centroids";
        var answer = run.swap(run.runs().get(0).run(), to(learner, true, 4000, false, "{}"));
        run.resume();
        assertEquals(4000, answer.get(30, TimeUnit.SECONDS).step());
        ToyLab.ended(run);

        RunFolder swapped = ToyLab.folder(run, 0);
        assertEquals(alone.events(), swapped.events().stream().filter(event -> !(event instanceof Event.Swapped)).toList());
        assertEquals(alone.end().orElseThrow().fingerprints(), swapped.end().orElseThrow().fingerprints());
        RunSwap recorded = swapped.manifest().swaps().get(0);
        assertEquals(4000, recorded.step());
        assertTrue(recorded.carried());
    }

    @Test
    void hyperparametersCanBeChangedAndTheOthersStay() throws Exception {
        ToyLab lab = new ToyLab(folder);
        RunningExperiment run = held(lab, SUPERVISED.replace("\"centroids\"", "{\"plugin\": \"centroids\", \"rate\": 0.25}"));
        swap(run, to("centroids", true, -1, false, "{\"fault\": \"none\"}"));
        swap(run, to("centroids", true, -1, false, "{\"rate\": 0.5}"));
        run.resume();
        ToyLab.ended(run);

        List<JsonObject> with = ToyLab.folder(run, 0).manifest().swaps().stream().map(RunSwap::with).toList();
        assertEquals(List.of(0.25, 0.5), with.stream().map(json -> json.get("rate").getAsDouble()).toList());
    }

    @Test
    void anUnswappedTwinGoesOnAsTheLearnerWouldHave() throws Exception {
        RunFolder alone = ToyLab.folder(new ToyLab(folder.resolve("alone")).run(SUPERVISED), 0);
        ToyLab lab = new ToyLab(folder.resolve("swapped"));
        RunningExperiment run = held(lab, SUPERVISED);
        var answer = run.swap(run.runs().get(0).run(), to("centroids", false, 2400, true, "{\"rate\": 0.9}"));
        run.resume();
        answer.get(30, TimeUnit.SECONDS);
        ToyLab.ended(run);

        RunFolder swapped = ToyLab.folder(run, 0);
        String twin = "learner/unswapped@2400";
        assertEquals(alone.end().orElseThrow().fingerprints().get("learner"), swapped.end().orElseThrow().fingerprints().get(twin));
        List<Event> theirs = swapped.events().stream().filter(event -> event instanceof Event.Evaluated && event.role().equals(twin)).toList();
        List<Event> own = alone.events().stream().filter(event -> event instanceof Event.Evaluated && event.step() > 2400).toList();
        assertEquals(own.stream().map(event -> ((Event.Evaluated) event).scores()).toList(), theirs.stream().map(event -> ((Event.Evaluated) event).scores()).toList());
        assertEquals(1, swapped.events().stream().filter(Event.Swapped.class::isInstance).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"fault\": \"throw-in-create\"}", "{\"rate\": 7}", "{\"speed\": 1}"})
    void aSwapThatFailsLeavesTheOldLearnerRunning(String with) throws Exception {
        RunFolder alone = ToyLab.folder(new ToyLab(folder.resolve("alone")).run(SUPERVISED), 0);
        ToyLab lab = new ToyLab(folder.resolve("swapped"));
        RunningExperiment run = held(lab, SUPERVISED);
        String message = refused(run, to("centroids", true, -1, true, with));
        run.resume();
        ToyLab.ended(run);

        assertTrue(message.startsWith("not swapped, centroids@0.0.0 goes on: "), message);
        assertArrayEquals(Files.readAllBytes(alone.path().resolve(RunFolder.EVENTS)), Files.readAllBytes(ToyLab.folder(run, 0).path().resolve(RunFolder.EVENTS)));
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() throws Exception {
        ToyLab lab = new ToyLab(folder);
        RunningExperiment run = held(lab, SUPERVISED);

        assertTrue(refused(run, to("centroid", true, -1, false, "{}")).contains("unknown learner \"centroid\""));
        assertTrue(refused(run, to("walker", true, -1, false, "{}")).contains("cannot take over the state centroids:1"));
        var late = run.swap(run.runs().get(0).run(), to("centroids", true, 1_000_000_000, false, "{}"));
        run.resume();
        ToyLab.ended(run);
        assertTrue(assertThrows(ExecutionException.class, () -> late.get(9, TimeUnit.SECONDS)).getMessage().contains("the run was over before step 1000000000"));
        assertTrue(refused(run, to("centroids", true, -1, false, "{}")).contains("is over"));
    }

    @Test
    void aSwapIsMadeAgainWhenTheRunGoesOnFromBeforeIt() throws Exception {
        ToyLab lab = new ToyLab(folder.resolve("whole"));
        RunningExperiment run = held(lab, SUPERVISED);
        var answer = run.swap(run.runs().get(0).run(), to("centroids", true, 2400, true, "{\"rate\": 0.9}"));
        run.resume();
        answer.get(30, TimeUnit.SECONDS);
        RunFolder whole = ToyLab.folder(ToyLab.ended(run), 0);

        ToyLab other = new ToyLab(folder.resolve("killed"));
        RunningExperiment killed = held(other, SUPERVISED); // its only checkpoint: the beginning
        Path checkpoints = ToyLab.folder(killed, 0).path().resolve(RunFolder.CHECKPOINTS);
        Path kept = folder.resolve("kept");
        Files.createDirectories(kept);
        try (var files = Files.list(checkpoints)) {
            for (Path file : files.toList()) {
                Files.copy(file, kept.resolve(file.getFileName()));
            }
        }
        var again = killed.swap(killed.runs().get(0).run(), to("centroids", true, 2400, true, "{\"rate\": 0.9}"));
        killed.resume();
        again.get(30, TimeUnit.SECONDS);
        killed.stop();
        ToyLab.ended(killed);
        Files.deleteIfExists(ToyLab.folder(killed, 0).path().resolve(RunFolder.END));
        Scratch.remove(checkpoints);
        Files.move(kept, checkpoints);
        RunningExperiment resumed = ToyLab.ended(other.resume("toy", other.settings(1).saving(new Checkpoints(Duration.ofDays(1), Duration.ofDays(1)))));

        assertEquals(RunStatus.State.DONE, resumed.runs().get(0).state(), resumed.runs().get(0).message());
        assertEquals(whole.end().orElseThrow().fingerprints(), ToyLab.folder(resumed, 0).end().orElseThrow().fingerprints());
        assertEquals(without(whole, Event.Timed.class), without(ToyLab.folder(resumed, 0), Event.Timed.class));
        assertEquals(1, ToyLab.folder(resumed, 0).manifest().swaps().size());
    }
}
