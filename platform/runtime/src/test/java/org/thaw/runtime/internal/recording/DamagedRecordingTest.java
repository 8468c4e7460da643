package org.thaw.runtime.internal.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.runtime.internal.fault.RunFolderException;
import org.thaw.runtime.internal.random.Streams;

/** Damage is found, and said where. */
class DamagedRecordingTest {
    private static final Signature ROOM = new Signature(new Space.Categorical(81), new Space.Categorical(5));

    @TempDir
    Path folder;
    private Path file;
    private byte[] whole;

    @BeforeEach
    void record() throws IOException {
        file = folder.resolve("lives");
        try (Recorder recorder = new Recorder(file, ROOM, MadeUpLife.ALWAYS)) {
            recorder.begin(2);
            for (int lane = 0; lane < 2; lane++) {
                new MadeUpLife(ROOM, new Streams(7, "test").get("life"), 40).record(recorder, lane, 0, 40);
            }
            recorder.end();
        }
        whole = Files.readAllBytes(file);
    }

    private void readAll() {
        StepBuffer step = new StepBuffer(ROOM);
        Decision decision = new Decision(ROOM);
        try (Recording recording = Recording.open(file, new BlockCache(1 << 16))) {
            for (int life = 0; life < recording.lives(); life++) {
                for (int i = 0; i < recording.steps(life); i++) {
                    recording.read(life, i, step, decision);
                }
            }
        }
    }

    @Test
    void anyFlippedByteIsFound() throws IOException {
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            RunFolderException e = assertThrows(RunFolderException.class, this::readAll, "byte " + at);
            assertTrue(e.getMessage().startsWith(file + ": ") && e.getMessage().contains("expected"), e.getMessage());
        }
    }

    @Test
    void aFileThatBreaksOffIsFound() throws IOException {
        int found = 0;
        for (int bytes = 0; bytes < whole.length; bytes++) {
            Files.write(file, Arrays.copyOf(whole, bytes));
            try {
                readAll();
            } catch (RunFolderException e) {
                assertTrue(e.getMessage().contains("breaks off"), e.getMessage());
                found++;
            }
        }
        // after the heading, the mark that lives begin and each of the two blocks it can as well be a life that goes on
        assertEquals(whole.length - 4, found);
    }

    @Test
    void whatIsWrongIsSaidWithThePlace() throws IOException {
        byte[] damaged = whole.clone();
        damaged[whole.length - Frame.BYTES - 1] ^= 1; // the last byte of the last block
        Files.write(file, damaged);
        String message = assertThrows(RunFolderException.class, this::readAll).getMessage();
        assertTrue(message.matches(".*/lives: damaged or torn at byte \\d+ of " + whole.length + ": the checksum of a block of 40 steps and \\d+ bytes does not hold; "
                + "expected the file as it was written: resume the run from a checkpoint, or record again"), message);
    }

    @Test
    void somethingElseIsNotTakenForARecording() throws IOException {
        Files.writeString(file, "{\"name\": \"something else\"}");
        assertTrue(assertThrows(RunFolderException.class, this::readAll).getMessage().contains("no recording"));
        Files.delete(file);
        assertThrows(RunFolderException.class, this::readAll);
        assertTrue(Files.notExists(file));
    }

    @Test
    void livesOfOtherSpacesAreNotAdded() {
        Signature other = new Signature(new Space.Categorical(81), new Space.Categorical(4));
        String message = assertThrows(RunFolderException.class, () -> new Recorder(file, other, MadeUpLife.ALWAYS)).getMessage();
        assertTrue(message.contains("Categorical[count=5]") && message.contains("Categorical[count=4]"), message);
    }

    @Test
    void aFileThatIsShorterThanAtTheCheckpointCannotGoOn() {
        String message = assertThrows(RunFolderException.class, () -> Recorder.truncate(file, whole.length + 1)).getMessage();
        assertTrue(message.contains("has " + whole.length + " bytes"), message);
    }
}
