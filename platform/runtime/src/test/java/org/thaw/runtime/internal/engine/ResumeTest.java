package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

class ResumeTest {
    private static final String SUPERVISED = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"halves\", \"epochs\": 9000, \"fork\": true}, \"environment\": \"blobs\","
            + " \"learner\": \"centroids\", \"metrics\": [\"count\"], \"twins\": {\"frozen\": \"tasks\"}}";
    private static final String LIVES = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"chunks\", \"steps\": 40000}, \"environment\": \"corridor\","
            + " \"learner\": {\"plugin\": \"walker\", \"horizon\": 7}, \"metrics\": [\"count\"], \"lanes\": 3, \"twins\": {\"frozen\": [333, 70000]}}";
    private static final String MOVES = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"moves\", \"steps\": 5003}, \"learner\": \"surveyor\", \"lanes\": 2,"
            + " \"roles\": {\"small\": \"room\", \"large\": {\"plugin\": \"room\", \"rows\": 3, \"columns\": 5, \"actions\": 4}},"
            + " \"metrics\": [\"count\", \"gauge\"], \"twins\": {\"frozen\": [7001, 15000]}}";

    /** Windows, horizons and lives are not in step. */
    private static final String IMITATION = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"apprenticeship\", \"steps\": 6007, \"updates\": 40}, \"environment\": \"corridor\","
            + " \"learner\": {\"plugin\": \"walker\", \"horizon\": 7}, \"metrics\": [\"count\"], \"roles\": {\"student\": {\"plugin\": \"copyist\", \"window\": 23}},"
            + " \"twins\": {\"frozen\": [5001, 9001]}}";

    /** Most of the work is study. */
    private static final String IMITATED = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"chunks\", \"steps\": 6007}, \"environment\": \"corridor\", \"lanes\": 3,"
            + " \"learner\": {\"plugin\": \"walker\", \"horizon\": 7}, \"metrics\": [\"count\"],"
            + " \"twins\": {\"imitation\": {\"at\": [5001, 15000], \"learner\": {\"plugin\": \"copyist\", \"window\": 23}, \"updates\": 500}}}";

    private static final String TOO_FAST = "the run was over before it could be stopped";

    @TempDir
    Path folder;

    private static RunSettings often(ToyLab lab) {
        return lab.settings(1).saving(new Checkpoints(Duration.ofMillis(1), Duration.ZERO));
    }

    private static void assertSameOutcome(RunFolder whole, RunFolder resumed) throws IOException {
        assertArrayEquals(Files.readAllBytes(whole.path().resolve(RunFolder.EVENTS)), Files.readAllBytes(resumed.path().resolve(RunFolder.EVENTS)));
        assertArrayEquals(Files.readAllBytes(whole.path().resolve(RunFolder.FINDINGS)), Files.readAllBytes(resumed.path().resolve(RunFolder.FINDINGS)));
        assertEquals(whole.end().orElseThrow().fingerprints(), resumed.end().orElseThrow().fingerprints());
        assertTrue(resumed.end().orElseThrow().done());
        assertFalse(Files.exists(resumed.path().resolve(RunFolder.CHECKPOINTS)));
        assertEquals(Lives.in(whole), Lives.in(resumed));
    }

    private RunFolder whole(String json) {
        return ToyLab.folder(new ToyLab(folder.resolve("whole")).run(json), 0);
    }

    /** Lets it go on for a while. */
    private static void await(RunningExperiment run, double fraction) throws InterruptedException {
        while (run.runs().get(0).fraction() < fraction && !run.runs().get(0).state().over()) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SUPERVISED, LIVES, MOVES, IMITATION, IMITATED})
    void aRunStoppedAgainAndAgainEndsWithTheSameBits(String json) throws Exception {
        RunFolder whole = whole(json);
        ToyLab lab = new ToyLab(folder.resolve("stopped"));
        RunningExperiment run = lab.start(lab.read(json), often(lab));
        int stops = 0;
        for (double at : new double[] {0.1, 0.35, 0.5, 0.8}) {
            await(run, at);
            run.stop();
            ToyLab.ended(run);
            stops += run.runs().get(0).state() == RunStatus.State.STOPPED ? 1 : 0;
            run = lab.resume("toy", often(lab));
        }
        ToyLab.ended(run);

        assertSameOutcome(whole, ToyLab.folder(run, 0));
        assumeTrue(stops > 0, "each attempt was over before it could be stopped: nothing was resumed");
    }

    @ParameterizedTest
    @ValueSource(strings = {SUPERVISED, LIVES, MOVES, IMITATION, IMITATED})
    void whatADeadProcessLeavesBehindIsEnoughToGoOn(String json) throws Exception {
        RunFolder whole = whole(json);
        ToyLab lab = new ToyLab(folder.resolve("killed"));
        RunningExperiment run = lab.start(lab.read(json), often(lab));
        Random random = new Random(1);
        for (int kill = 0; kill < 4; kill++) {
            await(run, (kill + random.nextDouble()) / 4);
            Path image = folder.resolve("image" + kill);
            copy(folder.resolve("killed"), image); // as if the machine had lost power now: files in any state
            ToyLab other = new ToyLab(image);
            RunningExperiment resumed = ToyLab.ended(other.resume("toy", often(other)));
            assertEquals(List.of(), resumed.runs().stream().map(RunStatus::message).filter(message -> !message.isEmpty()).toList());
            assertSameOutcome(whole, ToyLab.folder(resumed, 0));
        }
        ToyLab.ended(run);
        assertSameOutcome(whole, ToyLab.folder(run, 0));
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> children;
        try (Stream<Path> all = Files.list(from)) { // asks nothing of the children, as a walk does
            children = all.toList();
        } catch (NoSuchFileException e) {
            return; // gone meanwhile: a checkpoint that was let go of
        }
        Files.createDirectories(to);
        for (Path each : children) {
            Path target = to.resolve(each.getFileName());
            if (Files.isDirectory(each)) {
                copy(each, target);
            } else if (!each.getFileName().toString().equals(".lock")) {
                try {
                    Files.copy(each, target);
                } catch (NoSuchFileException e) {
                    // gone meanwhile, too
                }
            }
        }
    }

    @Test
    void aPausedRunWaitsAndGoesOnWithTheSameBits() throws Exception {
        RunFolder whole = whole(SUPERVISED);
        ToyLab lab = new ToyLab(folder.resolve("paused"));
        RunningExperiment run;
        lab.gate.lock();
        try {
            run = lab.start(lab.read(SUPERVISED), lab.settings(1));
            run.pause();
        } finally {
            lab.gate.unlock();
        }
        while (run.runs().get(0).state() != RunStatus.State.PAUSED && !run.runs().get(0).state().over()) {
            Thread.onSpinWait();
        }
        assertEquals(RunStatus.State.PAUSED, run.runs().get(0).state());
        assertFalse(run.await(Duration.ofMillis(50)));
        run.resume();
        ToyLab.ended(run);

        assertSameOutcome(whole, ToyLab.folder(run, 0));
    }

    @Test
    void aTornCheckpointIsPassedOverAndSaid() throws Exception {
        RunFolder whole = whole(SUPERVISED);
        ToyLab lab = new ToyLab(folder.resolve("torn"));
        RunningExperiment run = lab.start(lab.read(SUPERVISED), often(lab));
        Path checkpoints = ToyLab.folder(run, 0).path().resolve(RunFolder.CHECKPOINTS);
        while (checkpoints(checkpoints).isEmpty() && !run.runs().get(0).state().over()) {
            Thread.onSpinWait();
        }
        run.stop(); // which writes another
        ToyLab.ended(run);
        assumeTrue(run.runs().get(0).state() == RunStatus.State.STOPPED, TOO_FAST);
        List<Path> files = checkpoints(checkpoints);
        assertEquals(2, files.size());
        byte[] bytes = Files.readAllBytes(files.get(1));
        bytes[bytes.length - 1] ^= 1;
        Files.write(files.get(1), bytes);
        RunningExperiment resumed = ToyLab.ended(lab.resume("toy", often(lab)));

        String log = Files.readString(ToyLab.folder(resumed, 0).path().resolve(RunFolder.LOG));
        assertTrue(log.contains("the checkpoint " + files.get(1).getFileName() + " is passed over"), log);
        assertSameOutcome(whole, ToyLab.folder(resumed, 0));
    }

    /** The whole ones, the oldest first. */
    private static List<Path> checkpoints(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".safetensors")).sorted().toList();
        } catch (UncheckedIOException | NoSuchFileException e) {
            return List.of(); // there is no such folder yet, or no longer
        }
    }

    @Test
    void anExperimentThatIsStartedAgainGoesOnWhereItStopped() throws Exception {
        ToyLab lab = new ToyLab(folder);
        RunningExperiment run = lab.start(lab.read(SUPERVISED), often(lab));
        await(run, 0.3);
        run.stop();
        ToyLab.ended(run);
        assumeTrue(run.runs().get(0).state() == RunStatus.State.STOPPED, TOO_FAST);
        RunningExperiment again = ToyLab.ended(lab.start(lab.read(SUPERVISED), often(lab)));

        assertTrue(Files.readString(ToyLab.folder(again, 0).path().resolve(RunFolder.LOG)).contains("goes on from the checkpoint"));
        assertSameOutcome(whole(SUPERVISED), ToyLab.folder(again, 0));
    }

    @Test
    void whatADoneRunCouldNotRemoveBecauseItsProcessDiedIsRemovedByTheNext() throws IOException {
        String small = SUPERVISED.replace("9000", "1");
        RunFolder done = whole(small);
        Path checkpoints = Files.createDirectories(done.path().resolve(RunFolder.CHECKPOINTS));
        Files.write(checkpoints.resolve("00000007.safetensors"), new byte[] {1});

        assertEquals(RunStatus.State.REUSED, new ToyLab(folder.resolve("whole")).run(small).runs().get(0).state());
        assertFalse(Files.exists(checkpoints));
    }
}
