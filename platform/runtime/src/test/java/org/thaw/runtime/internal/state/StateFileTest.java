package org.thaw.runtime.internal.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.StateId;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.runtime.internal.fault.RunFolderException;

class StateFileTest {
    private static final StateId ID = new StateId("toy", 2);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("a.safetensors");
    }

    private List<String> inFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyTypeComesBackWithItsBits() throws IOException {
        StateFile.write(file(), SampleState.METADATA, SampleState::save);
        assertEquals(List.of("a.safetensors"), inFolder());
        try (StateFile read = StateFile.open(file())) {
            StateReader whole = read.reader("", ID);
            SampleState.tensors().forEach((name, tensor) -> {
                assertTrue(whole.has(name) && whole.tensor(name).sameBits(tensor), name);
                Tensor target = Tensor.zeros(tensor.type(), tensor.shape());
                whole.into(name, target);
                assertTrue(target.sameBits(tensor), name);
            });
            assertEquals(SampleState.COUNTS, whole.record("counts", SampleState.Counts.class));
            assertEquals(SampleState.COUNTS, read.record("counts", SampleState.Counts.class));
            assertEquals(SampleState.METADATA, read.metadata());
            assertEquals(StateKind.OPTIMISER, read.kinds().get("counts"));
            assertEquals(StateKind.RANDOM, read.kinds().get("players/learner/inner"));
            assertEquals(StateKind.PARAMETER, read.kinds().get("players/learner/weights/0"));
            assertEquals(9, read.kinds().size());
            assertEquals(file(), read.path());
        }
    }

    @Test
    void aReaderSeesWhatLiesBelowItsPath() {
        StateFile.write(file(), Map.of(), SampleState::save);
        try (StateFile read = StateFile.open(file())) {
            StateReader learner = read.reader("players/learner", ID);
            assertEquals(ID, learner.id());
            assertEquals(ID, learner.in("weights").id());
            assertTrue(learner.in("weights").tensor("0").sameBits(SampleState.F32));
            assertEquals(new SampleState.Inner(-1), learner.record("inner", SampleState.Inner.class));
            assertFalse(learner.has("u8") || learner.has("weights"));
            assertEquals(List.of("empty", "inner", "moments", "weights/0"), read.names("players/learner"));
            assertEquals(List.of(), read.names("play"));
            assertEquals(9, read.names("").size());
        }
    }

    @Test
    void whatIsNotThereOrDoesNotFitIsRefusedByName() {
        StateFile.write(file(), Map.of(), SampleState::save);
        try (StateFile read = StateFile.open(file())) {
            StateReader learner = read.reader("players/learner", ID);
            String message = assertThrows(IllegalArgumentException.class, () -> learner.tensor("bias")).getMessage();
            assertTrue(message.endsWith("a.safetensors has no tensor players/learner/bias; below 'players/learner/' it has [empty, inner, moments, weights/0]"), message);
            assertThrows(IllegalArgumentException.class, () -> learner.tensor("inner"));
            assertThrows(IllegalArgumentException.class, () -> learner.record("moments", SampleState.Inner.class));
            assertThrows(IllegalArgumentException.class, () -> learner.record("gone", SampleState.Inner.class));
            message = assertThrows(IllegalArgumentException.class, () -> read.record("counts", SampleState.Inner.class)).getMessage();
            assertTrue(message.contains("counts.updates: unknown field"), message);
            message = assertThrows(IllegalArgumentException.class, () -> learner.into("moments", Tensor.zeros(Tensor.Type.F64, 2, 2))).getMessage();
            assertTrue(message.endsWith("players/learner/moments: expected a tensor F64[2, 2], got F64[4]"), message);
        }
    }

    /** Worked by hand from the description of the format. */
    @Test
    void theFileIsLaidOutAsTheFormatSays() throws IOException {
        StateFile.write(file(), Map.of("by", "hand"), out -> {
            out.tensor(StateKind.MEMORY, "b", Tensor.of(new byte[] {9}, 1));
            out.tensor(StateKind.PARAMETER, "w", Tensor.of(new float[] {1, -2}, 2));
            out.record(StateKind.OPTIMISER, "r", new SampleState.Inner(5));
        });
        byte[] all = Files.readAllBytes(file());
        String json = "{\"__metadata__\":{\"crc32c\":\"" + new String(all, 35, 8, StandardCharsets.US_ASCII) + "\",\"format\":\"thaw-state:1\",\"by\":\"hand\",\"record/r\":\"{\\\"n\\\":5}\","
                + "\"kinds\":\"{\\\"b\\\":\\\"memory\\\",\\\"w\\\":\\\"parameter\\\",\\\"r\\\":\\\"optimiser\\\"}\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[8,9]}}";
        ByteBuffer expected = ByteBuffer.allocate(all.length).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong((json.length() + 7) / 8 * 8).put(json.getBytes(StandardCharsets.US_ASCII));
        while (expected.position() % 8 != 0) {
            expected.put((byte) ' ');
        }
        expected.putFloat(1).putFloat(-2).put((byte) 9);
        assertFalse(expected.hasRemaining());
        assertArrayEquals(expected.array(), all);
    }

    @Test
    void aTensorOfManyBlocksComesBackToItsLastElement() {
        SplittableRandom random = new SplittableRandom(1);
        int n = 3 * TensorBytes.BLOCK + 1;
        Tensor f32 = Tensor.zeros(Tensor.Type.F32, n);
        Tensor i64 = Tensor.zeros(Tensor.Type.I64, n);
        Tensor u8 = Tensor.zeros(Tensor.Type.U8, n);
        random.nextBytes(u8.bytes());
        for (int i = 0; i < n; i++) {
            i64.longs()[i] = random.nextLong();
            f32.floats()[i] = Float.intBitsToFloat(random.nextInt());
        }
        List<Tensor> all = List.of(u8, f32, i64);
        StateFile.write(file(), Map.of(), out -> all.forEach(t -> out.tensor(StateKind.MEMORY, t.type().name(), t)));
        try (StateFile read = StateFile.open(file())) {
            all.forEach(t -> assertTrue(read.reader("", ID).tensor(t.type().name()).sameBits(t), t.toString()));
        }
    }

    @Test
    void aStateOfNothingIsAState() {
        StateFile.write(file(), Map.of(), out -> {
        });
        try (StateFile read = StateFile.open(file())) {
            assertEquals(List.of(), read.names(""));
        }
    }

    @Test
    void aNewStateTakesThePlaceOfTheOldOne() {
        StateFile.write(file(), Map.of("n", "1"), SampleState::save);
        StateFile.write(file(), Map.of("n", "2"), SampleState::save);
        try (StateFile read = StateFile.open(file())) {
            assertEquals("2", read.metadata().get("n"));
        }
    }

    @Test
    void aFailureLeavesTheOldStateAndNothingElse() throws IOException {
        StateFile.write(file(), Map.of(), SampleState::save);
        byte[] before = Files.readAllBytes(file());
        AtomicInteger passes = new AtomicInteger();
        Consumer<StateWriter> failing = out -> {
            out.tensor(StateKind.MEMORY, "w", SampleState.F32);
            if (passes.incrementAndGet() == 2) {
                throw new UnsupportedOperationException("halfway");
            }
        };
        assertThrows(UnsupportedOperationException.class, () -> StateFile.write(file(), Map.of(), failing));
        assertEquals(2, passes.get());
        assertEquals(List.of("a.safetensors"), inFolder());
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void whatAnEarlierProcessLeftHalfWrittenIsReplaced() throws IOException {
        Files.write(folder.resolve("a.safetensors.part"), new byte[1 << 20]);
        StateFile.write(file(), Map.of(), SampleState::save);
        StateFile.open(file()).close();
        assertEquals(List.of("a.safetensors"), inFolder());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        Path nowhere = folder.resolve("gone").resolve("a.safetensors");
        assertTrue(assertThrows(RunFolderException.class, () -> StateFile.write(nowhere, Map.of(), SampleState::save)).getMessage().startsWith("cannot write " + nowhere));
        Path taken = folder.resolve("taken");
        assertTrue(taken.resolve("inside").toFile().mkdirs());
        assertThrows(RunFolderException.class, () -> StateFile.write(taken, Map.of(), SampleState::save));
        assertFalse(Files.exists(folder.resolve("taken.part")));
    }

    @Test
    void anInterruptStopsNeitherSavingNorReading() {
        Thread.currentThread().interrupt();
        StateFile.write(file(), Map.of(), SampleState::save);
        try (StateFile read = StateFile.open(file())) {
            assertTrue(read.reader("", ID).tensor("u8").sameBits(SampleState.U8));
        }
        assertTrue(Thread.interrupted());
    }

    @Test
    void savingTwiceMustWriteTheSameTwice() {
        assertDiffers("w (PARAMETER F32[1])", "v (PARAMETER F32[1])", out -> one(out, "w", 1), out -> one(out, "v", 1));
        assertDiffers("w (PARAMETER F32[1])", "w (PARAMETER F32[2])", out -> one(out, "w", 1), out -> one(out, "w", 2));
        assertDiffers("w (PARAMETER F32[1])", "nothing more", out -> one(out, "w", 1), out -> {
        });
        assertDiffers("nothing more", "p/w (PARAMETER F32[1])", out -> {
        }, out -> one(out.in("p"), "w", 1));
        assertDiffers("w (PARAMETER F32[1])", "w (MEMORY F32[1])", out -> one(out, "w", 1), out -> out.tensor(StateKind.MEMORY, "w", Tensor.zeros(Tensor.Type.F32, 1)));
        assertDiffers("r (MEMORY record {\"n\":1})", "r (MEMORY record {\"n\":2})", out -> out.record(StateKind.MEMORY, "r", new SampleState.Inner(1)),
                out -> out.record(StateKind.MEMORY, "r", new SampleState.Inner(2)));
    }

    @Test
    void aDifferenceThatTheSaverSwallowsIsFoundAllTheSame() {
        AtomicInteger pass = new AtomicInteger();
        Consumer<StateWriter> swallowing = out -> {
            try {
                one(out, "w", pass.incrementAndGet());
            } catch (IllegalStateException e) {
                return;
            }
        };
        assertThrows(IllegalStateException.class, () -> StateFile.write(file(), Map.of(), swallowing));
        assertFalse(Files.exists(file()));
    }

    private static void one(StateWriter out, String name, int size) {
        out.tensor(StateKind.PARAMETER, name, Tensor.zeros(Tensor.Type.F32, size));
    }

    private void assertDiffers(String first, String second, Consumer<StateWriter> once, Consumer<StateWriter> again) {
        AtomicInteger pass = new AtomicInteger();
        String message = assertThrows(IllegalStateException.class,
                () -> StateFile.write(file(), Map.of(), out -> (pass.incrementAndGet() == 1 ? once : again).accept(out))).getMessage();
        assertTrue(message.contains("a.safetensors") && message.endsWith("the first time " + first + " was written, the second time " + second), message);
    }

    @Test
    void namesAreGivenOnceAndLeaveTheFormatsOwnAlone() {
        Consumer<StateWriter> twice = out -> {
            out.in("p").tensor(StateKind.PARAMETER, "w", SampleState.F32);
            out.record(StateKind.PARAMETER, "p/w", new SampleState.Inner(1));
        };
        assertTrue(assertThrows(IllegalArgumentException.class, () -> StateFile.write(file(), Map.of(), twice)).getMessage().contains("p/w is written twice"));
        assertThrows(IllegalArgumentException.class, () -> StateFile.write(file(), Map.of(), out -> one(out, "__metadata__", 1)));
        assertThrows(IllegalArgumentException.class, () -> StateFile.write(file(), Map.of(), out -> one(out, "half \ud800", 1)));
        for (String own : List.of("format", "crc32c", "kinds", "record/x")) {
            assertThrows(IllegalArgumentException.class, () -> StateFile.write(file(), Map.of(own, ""), SampleState::save), own);
        }
    }
}
