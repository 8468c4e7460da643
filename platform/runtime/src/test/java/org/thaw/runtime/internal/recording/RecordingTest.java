package org.thaw.runtime.internal.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.runtime.internal.checkpoint.Extents;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.fault.StoppedException;
import org.thaw.runtime.internal.random.Streams;

/** What is read is what was recorded. */
class RecordingTest {
    private static final Signature ROOM = new Signature(new Space.Categorical(81), new Space.Categorical(5));

    @TempDir
    Path folder;

    private static RandomStream random(String name) {
        return new Streams(7, "test").get(name);
    }

    /** Few and many cells, measurements, pictures of floats and of bytes; discrete and real actions. */
    static Stream<Signature> signatures() {
        Space picture = new Space.Real(Tensor.Type.U8, List.of(6, 7), 0, 255);
        return Stream.of(ROOM, new Signature(new Space.Categorical(100_000), new Space.Categorical(19)), new Signature(Space.Real.of(-9, 9, 5), new Space.Categorical(2)),
                new Signature(Space.Real.of(0, 1, 4, 4), Space.Real.of(-1, 1, 3)), new Signature(picture, new Space.Categorical(3)),
                new Signature(picture, Space.Real.of(-1, 1, 1)));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void whatIsReadIsWhatWasRecordedBitForBit(Signature signature) {
        Path file = folder.resolve("lives");
        List<MadeUpLife> lives = new ArrayList<>();
        try (Recorder recorder = new Recorder(file, signature.withLanes(3), MadeUpLife.ALWAYS)) {
            for (int phase = 0; phase < 2; phase++) {
                assertEquals(3 * phase, recorder.begin(3));
                for (int lane = 0; lane < 3; lane++) {
                    lives.add(new MadeUpLife(signature, random("life"), 900 * lane + 500));
                    MadeUpLife life = lives.get(lives.size() - 1);
                    life.record(recorder, lane, 0, life.steps());
                }
                recorder.end();
            }
        }
        try (Recording recording = Recording.open(file)) {
            assertEquals(signature, recording.signature());
            assertEquals(6, recording.lives());
            for (int life = 5; life >= 0; life--) {
                lives.get(life).assertRead(recording, life, lives.get(life).steps());
            }
        }
    }

    @Test
    void stepsAreReadInAnyOrder() {
        Path file = folder.resolve("lives");
        MadeUpLife life = new MadeUpLife(ROOM, random("life"), 5000);
        try (Recorder recorder = new Recorder(file, ROOM, MadeUpLife.ALWAYS)) {
            recorder.begin(1);
            life.record(recorder, 0, 0, 5000);
        }
        try (Recording recording = Recording.open(file)) {
            RandomStream random = random("order");
            StepBuffer step = new StepBuffer(ROOM);
            Decision decision = new Decision(ROOM);
            for (int i = 0; i < 3000; i++) {
                int at = random.nextInt(5000);
                recording.read(0, at, step, decision);
                life.assertIs(at, step, decision);
            }
            assertThrows(IndexOutOfBoundsException.class, () -> recording.read(0, 5000, step, decision));
        }
    }

    @Test
    void aViewHoldsAllThatWasAddedSoFar() {
        MadeUpLife first = new MadeUpLife(ROOM, random("life"), 2500);
        MadeUpLife second = new MadeUpLife(ROOM, random("life"), 2500);
        try (Recorder recorder = new Recorder(folder.resolve("lives"), ROOM, MadeUpLife.ALWAYS)) {
            Recording view = recorder.view();
            recorder.begin(2);
            for (int step = 0; step < 2500; step += 250) {
                first.assertRead(view, 0, step);
                second.assertRead(view, 1, step);
                first.record(recorder, 0, step, step + 250);
                second.record(recorder, 1, step, step + 250);
            }
            recorder.end();
            first.assertRead(view, 0, 2500);
            second.assertRead(view, 1, 2500);
        }
    }

    @Test
    void aRunThatIsInterruptedAndGoesOnRecordsTheSameLives() throws IOException {
        Path file = folder.resolve("lives");
        RandomStream random = random("interruptions");
        List<MadeUpLife> lives = List.of(new MadeUpLife(ROOM, random("life"), 3000), new MadeUpLife(ROOM, random("life"), 3000));
        RunState.Extent known = RunState.Extent.none();
        int lived = -1;
        for (int attempt = 0; attempt < 12; attempt++) {
            Recorder.truncate(file, known.bytes());
            try (Recorder recorder = new Recorder(file, ROOM, MadeUpLife.ALWAYS)) {
                if (lived < 0) {
                    assertEquals(0, recorder.begin(2));
                    lived = 0;
                }
                assertEquals(2, recorder.lanes());
                int step = lived;
                for (int checkpoint = 0; checkpoint < 3; checkpoint++) {
                    int to = Math.min(3000, step + random.nextInt(200));
                    record(lives, recorder, step, to);
                    step = to;
                    known = recorder.flush();
                    lived = step;
                    assertEquals(Extents.of(file, known.bytes()), known);
                }
                record(lives, recorder, step, Math.min(3000, step + random.nextInt(1500))); // what no checkpoint knows of
            }
        }
        Recorder.truncate(file, known.bytes());
        try (Recorder recorder = new Recorder(file, ROOM, MadeUpLife.ALWAYS)) {
            record(lives, recorder, lived, 3000);
            recorder.end();
            assertEquals(2, recorder.begin(1));
        }
        try (Recording recording = Recording.open(file)) {
            assertEquals(3, recording.lives());
            lives.get(0).assertRead(recording, 0, 3000);
            lives.get(1).assertRead(recording, 1, 3000);
            assertEquals(0, recording.steps(2));
        }
    }

    private static void record(List<MadeUpLife> lives, Recorder recorder, int from, int to) {
        for (int lane = 0; lane < lives.size(); lane++) {
            lives.get(lane).record(recorder, lane, from, to);
        }
    }

    @Test
    void beforeTheFirstCheckpointThereIsNoFile() {
        Path file = folder.resolve("lives");
        try (Recorder recorder = new Recorder(file, ROOM, MadeUpLife.ALWAYS)) {
            recorder.begin(1);
        }
        Recorder.truncate(file, 0);
        assertTrue(Files.notExists(file));
        Recorder.truncate(file, 0);
    }

    @Test
    void livesAreEndedBeforeOthersBegin() {
        StepBuffer step = new StepBuffer(ROOM);
        try (Recorder recorder = new Recorder(folder.resolve("lives"), ROOM, MadeUpLife.ALWAYS)) {
            recorder.begin(1);
            assertThrows(IllegalStateException.class, () -> recorder.begin(1));
            assertThrows(IllegalArgumentException.class, () -> recorder.last(0, step));
            recorder.end();
            assertThrows(IndexOutOfBoundsException.class, () -> recorder.add(0, step, new Decision(ROOM)));
        }
    }

    @Test
    void whoMayNotWriteAnyMoreWritesNothing() throws IOException {
        Path file = folder.resolve("lives");
        AtomicBoolean over = new AtomicBoolean();
        MadeUpLife life = new MadeUpLife(ROOM, random("life"), 2000);
        Recorder recorder = new Recorder(file, ROOM, () -> {
            if (over.get()) {
                throw new StoppedException();
            }
        });
        recorder.begin(1);
        life.record(recorder, 0, 0, 10);
        recorder.flush();
        byte[] before = Files.readAllBytes(file);

        over.set(true);
        assertThrows(StoppedException.class, () -> life.record(recorder, 0, 10, 2000), "a block is full");
        assertThrows(StoppedException.class, recorder::flush);
        assertThrows(StoppedException.class, recorder::close);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aLifeOfTheUsualKindIsSmall() throws IOException {
        Path file = folder.resolve("lives");
        StepBuffer step = new StepBuffer(ROOM);
        Decision decision = new Decision(ROOM);
        RandomStream random = random("walk");
        float[][] rules = {{0.92f, 0.02f, 0.02f, 0.02f, 0.02f}, {0.02f, 0.92f, 0.02f, 0.02f, 0.02f}};
        try (Recorder recorder = new Recorder(file, ROOM, MadeUpLife.ALWAYS)) {
            recorder.begin(1);
            step.first();
            for (int i = 0; i < 20_000; i++) {
                step.observation().ints()[0] = random.nextInt(9);
                decision.clear();
                decision.distribution(rules[step.state() % 2]);
                decision.choose(random.nextInt(10) == 0 ? random.nextInt(5) : step.state() % 2);
                recorder.add(0, step, decision);
                step.transition(random.nextInt(20) == 0 ? 1 : 0);
                step.previousAction(decision.action());
            }
            recorder.end();
        }
        assertTrue(Files.size(file) < 2 * 20_000, Files.size(file) + " bytes; as plain numbers these are " + 29 * 20_000);
    }
}
