package org.thaw.runtime.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.metric.Event;

class RunFolderTest {
    private static final Event ONE = new Event.Frozen("learner", 1);
    private static final Event TWO = new Event.Measured("lernér", 2, "loss", 0.5);

    @TempDir
    Path path;

    @Test
    void aTornLastLineIsLeftOutWhereverItIsTorn() throws Exception {
        byte[] first = (EventJson.write(ONE) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] second = EventJson.write(TWO).getBytes(StandardCharsets.UTF_8);
        for (int kept = 0; kept <= second.length; kept++) {
            byte[] all = Arrays.copyOf(first, first.length + kept);
            System.arraycopy(second, 0, all, first.length, kept);
            Files.write(path.resolve(RunFolder.EVENTS), all);

            assertEquals(kept == second.length ? List.of(ONE, TWO) : List.of(ONE), new RunFolder(path).events());
        }
    }

    @Test
    void aBrokenLineInBetweenIsNamed() throws Exception {
        Files.writeString(path.resolve(RunFolder.EVENTS), EventJson.write(ONE) + "\n{\"event\n" + EventJson.write(TWO) + "\n");

        String message = assertThrows(IllegalStateException.class, () -> new RunFolder(path).events()).getMessage();
        assertTrue(message.contains("metrics.jsonl: line 2: not JSON"), message);
    }

    @Test
    void anEmptyFolderHasNothingToTell() {
        RunFolder run = new RunFolder(path);
        assertTrue(run.events().isEmpty() && run.timings().isEmpty() && run.end().isEmpty() && run.findings().scalars().isEmpty());
        assertThrows(UncheckedIOException.class, run::manifest);
    }

    @Test
    void brokenFilesAreNamed() throws Exception {
        for (String content : List.of("", "{", "[]", "{\"message\": \"no status\"}", "\"done\"")) {
            Files.writeString(path.resolve(RunFolder.END), content);
            String message = assertThrows(IllegalStateException.class, () -> new RunFolder(path).end(), content).getMessage();
            assertTrue(message.startsWith(path.resolve(RunFolder.END) + ": "), message);
        }
        Files.writeString(path.resolve(RunFolder.MANIFEST), "{\"format\": 1}");
        assertTrue(assertThrows(IllegalStateException.class, () -> new RunFolder(path).manifest()).getMessage().contains("run.json: expected the fields experiment"));
    }

    @Test
    void undefinedNumbersAreNullAndComeBackAsNaN() throws Exception {
        RunFindings findings = new RunFindings(List.of(new RunFindings.Scalar("learner", "x", Double.NaN)), List.of(),
                List.of(new RunFindings.Matrix("learner", "m", new double[][] {{0.5, Double.NaN}})));
        Json.write(path.resolve(RunFolder.FINDINGS), findings);

        RunFindings read = new RunFolder(path).findings();
        assertTrue(Double.isNaN(read.scalar("learner", "x").orElseThrow()));
        assertEquals("[0.5, NaN]", Arrays.toString(read.matrices().get(0).rows()[0]));
        assertTrue(Files.readString(path.resolve(RunFolder.FINDINGS)).contains("null"));
    }

    @Test
    void aFileThatCannotBeWrittenKeepsItsOldContentAndLeavesNoHalf() throws Exception {
        Path file = path.resolve("f.json");
        Json.write(file, List.of(1));
        Path taken = Files.createDirectories(path.resolve("g.json").resolve("full"));

        assertThrows(UncheckedIOException.class, () -> Json.write(taken.getParent(), List.of(2)));
        assertThrows(RuntimeException.class, () -> Json.write(file, new Object() {
            @SuppressWarnings("unused")
            final Class<?> unwritable = String.class;
        }.getClass()));

        assertEquals("[\n  1\n]\n", Files.readString(file));
        assertFalse(Files.exists(path.resolve("g.json.part")));
    }

    @Test
    void onlyFoldersWithAManifestAreRuns() throws Exception {
        for (String name : List.of("b-0", "a-0", "replaced", "report")) {
            Files.createDirectories(path.resolve(name));
        }
        Files.writeString(path.resolve("b-0").resolve(RunFolder.MANIFEST), "{}");
        Files.writeString(path.resolve("a-0").resolve(RunFolder.MANIFEST), "{}");

        assertEquals(List.of("a-0", "b-0"), new ExperimentFolder(path).runs().stream().map(RunFolder::name).toList());
        assertTrue(new ExperimentFolder(path.resolve("none")).runs().isEmpty());
    }
}
