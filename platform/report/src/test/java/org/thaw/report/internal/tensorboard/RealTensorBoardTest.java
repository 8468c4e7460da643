package org.thaw.report.internal.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.report.internal.LifeFixture;
import org.thaw.report.internal.SwapFixture;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.tck.python.PythonPackages;

/** TensorBoard itself reads what was written. */
@Tag("tensorboard")
class RealTensorBoardTest {
    private static final PythonPackages PACKAGES = new PythonPackages("tensorboard", "TensorBoard's own reading of our event files", "tensorboard==2.21.0");

    @Test
    void tensorBoardReadsEveryNumberBack(@TempDir Path temporary) throws Exception {
        ExperimentData data = ExperimentData.read(LifeFixture.write(temporary));
        Path folder = temporary.resolve("tensorboard");
        List<Path> files = new TensorBoardFolder(folder).write(data);
        Map<String, String> read = read(temporary, folder);

        TreeSet<String> runs = new TreeSet<>();
        read.keySet().forEach(key -> runs.add(key.split(" ")[0]));
        assertEquals(files.size(), runs.size());
        double gain = data.twins(data.learners("grid").get(1)).get(0).bySeed("continual-gain").get(2L);
        assertEquals("20000.0 " + (double) (float) gain, read.get("tabular-q-grid-2/frozen@4000 metric/continual-gain 20000"));
        assertTrue(read.containsKey("tabular-q-grid-2 return/task-1 4500"), "evaluations");
        assertTrue(read.containsKey("tabular-q-grid-2/frozen@4000 return/task-1 4500"), "the twin's evaluations at its original's time");
        assertTrue(read.containsKey("random-grid-0 earned/reward-per-step 500"), "rewards");
    }

    @Test
    void tensorBoardShowsSwapsAsText(@TempDir Path temporary) throws Exception {
        Path folder = temporary.resolve("tensorboard");
        new TensorBoardFolder(folder).write(ExperimentData.read(SwapFixture.tasks(temporary)));
        String said = read(temporary, folder).get("finetune-digits-0 swap 2000");
        assertTrue(said.endsWith(" step 2000: finetune@0.1.0 " + "1a2b3c4d".repeat(8) + " → ewc@0.2.0 " + "99aabbcc".repeat(8) + ", carried over"), said);
    }

    /** What TensorBoard sees below a folder: wall time and value, by run, tag and step. */
    private static Map<String, String> read(Path temporary, Path folder) throws Exception {
        Path python = PACKAGES.interpreter();
        Path script = temporary.resolve("read_events.py");
        try (var in = RealTensorBoardTest.class.getResourceAsStream("read_events.py")) {
            Files.write(script, in.readAllBytes());
        }
        Path output = temporary.resolve("read");
        assertEquals(0, PythonPackages.run(120, output, List.of(python.toString(), script.toString(), folder.toString())), () -> text(output));
        Map<String, String> read = new LinkedHashMap<>();
        Files.readAllLines(output).stream().map(line -> line.split("\t")).forEach(line -> read.put(line[0] + " " + line[1] + " " + line[2], line[3] + " " + line[4]));
        return read;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "(no output)";
        }
    }
}
