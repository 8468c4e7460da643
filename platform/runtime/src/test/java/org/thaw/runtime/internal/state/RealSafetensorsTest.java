package org.thaw.runtime.internal.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Tensor;
import org.thaw.tck.python.PythonPackages;

/** Python's safetensors reads what was written, and what it writes is understood. */
@Tag("safetensors")
class RealSafetensorsTest {
    private static final PythonPackages PACKAGES = new PythonPackages("safetensors", "Python's own reading of our state files", "safetensors==0.8.0", "numpy==2.4.6");
    private static final Map<Tensor.Type, String> NUMPY = Map.of(Tensor.Type.F32, "float32", Tensor.Type.F64, "float64", Tensor.Type.I32, "int32", Tensor.Type.I64, "int64",
            Tensor.Type.U8, "uint8");

    @Test
    void safetensorsReadsEveryBitAndWritesWhatWeUnderstand(@TempDir Path temporary) throws Exception {
        Path python = PACKAGES.interpreter();
        Path ours = temporary.resolve("ours.safetensors");
        Path foreign = temporary.resolve("foreign.safetensors");
        StateFile.write(ours, SampleState.METADATA, SampleState::save);
        Path script = temporary.resolve("read_state.py");
        try (var in = RealSafetensorsTest.class.getResourceAsStream("read_state.py")) {
            Files.write(script, in.readAllBytes());
        }
        Path output = temporary.resolve("read");
        assertEquals(0, PythonPackages.run(120, output, List.of(python.toString(), "-X", "utf8", script.toString(), ours.toString(), foreign.toString())), () -> text(output));

        assertTensors(ours, output);
        assertMetadata(output);
        assertForeign(foreign);
    }

    /** Names, types, shapes and the bytes, which both sides give little endian. */
    private static void assertTensors(Path ours, Path output) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        byte[] bytes = Files.readAllBytes(ours);
        try (RandomAccessFile file = new RandomAccessFile(ours.toFile(), "r")) {
            SafetensorsHeader header = new SafetensorsHeaderReader(ours, file).read();
            SampleState.tensors().forEach((name, tensor) -> {
                TensorSlot slot = header.tensors().get(name);
                byte[] content = Arrays.copyOfRange(bytes, (int) (header.data() + slot.begin()), (int) (header.data() + slot.end()));
                expected.put(name, "tensor\t" + name + "\t" + NUMPY.get(tensor.type()) + "\t" + Arrays.toString(tensor.shape()) + "\t" + HexFormat.of().formatHex(content));
            });
        }
        assertTrue(expected.get("labels").endsWith("\t00000080" + "04030201" + "ffffffff"), "little endian");
        assertEquals(String.join("\n", expected.values()), String.join("\n", lines(output, "tensor")));
    }

    private static void assertMetadata(Path output) throws IOException {
        Map<String, String> read = new TreeMap<>();
        for (String line : lines(output, "metadata")) {
            String[] parts = line.split("\t", -1);
            read.put(parts[1], new String(HexFormat.of().parseHex(parts[2]), StandardCharsets.UTF_8));
        }
        SampleState.METADATA.forEach((name, text) -> assertEquals(text, read.get(name)));
        assertEquals("thaw-state:1", read.get("format"));
        assertEquals("{\"n\":-1}", read.get("record/players/learner/inner"));
    }

    private static void assertForeign(Path foreign) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(foreign.toFile(), "r")) {
            SafetensorsHeader header = new SafetensorsHeaderReader(foreign, file).read();
            assertEquals(Map.of("by", "numpy"), header.metadata());
            TensorBytes bytes = new TensorBytes(file);
            Map<String, Tensor> read = new TreeMap<>();
            for (Map.Entry<String, TensorSlot> entry : header.tensors().entrySet()) {
                Tensor tensor = entry.getValue().blank();
                bytes.read(tensor, header.data() + entry.getValue().begin());
                read.put(entry.getKey(), tensor);
            }
            assertEquals("{half/0=F32[2, 3], labels=I64[2], none=I32[0, 4], pixels=U8[1, 3], scalar=F64[]}", read.toString());
            assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, read.get("half/0").floats());
            assertArrayEquals(new long[] {3, -1}, read.get("labels").longs());
            assertArrayEquals(new byte[] {-1, 0, 7}, read.get("pixels").bytes());
            assertArrayEquals(new double[] {2.5}, read.get("scalar").doubles());
        }
        String message = assertThrows(TornStateException.class, () -> StateFile.open(foreign).close()).getMessage();
        assertTrue(message.startsWith(foreign + ": ") && message.contains("not a state file of Thaw"), message);
    }

    private static List<String> lines(Path output, String kind) throws IOException {
        return Files.readAllLines(output).stream().filter(line -> line.startsWith(kind + "\t")).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "(no output)";
        }
    }
}
