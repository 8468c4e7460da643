package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs whose learner misbehaves, each in a process of its own, beside one whose learner does not. */
class MisbehaviourTest {
    private static final String EXPERIMENT = """
            {"protocol": {"plugin": "class-incremental", "epochs": 1}, "environment": "mnist-10k", "metrics": ["average-accuracy"], "learners": {%s}}
            """;
    private static final String INNOCENT = "\"innocent\": {\"plugin\": \"misbehaving\", \"fault\": \"none\"}";

    @TempDir
    static Path folder;
    private static Thaw thaw;
    private static Thaw.Result result;

    @BeforeAll
    static void runAll() throws IOException {
        thaw = new Thaw(folder);
        Files.copy(PluginJar.build(folder.resolve("work"), source(), "1.0.0"), thaw.plugins().resolve("misbehaving.jar"));
        StringBuilder learners = new StringBuilder(INNOCENT);
        for (Fault fault : Fault.values()) {
            learners.append(", \"").append(fault.id()).append("\": {\"plugin\": \"misbehaving\", \"fault\": \"").append(fault.id()).append("\"}");
        }
        Path alone = thaw.file("alone.json", EXPERIMENT.formatted(INNOCENT));
        Path together = thaw.file("together.json", EXPERIMENT.formatted(learners));
        Thaw.Result undisturbed = thaw.run("run", alone.toString(), "--in-process");
        assertEquals(0, undisturbed.code(), undisturbed.toString());
        result = thaw.run("run", together.toString(), "--children", "--parallel", "3", "--call-limit", "10s", "--memory", "128m");
    }

    private static String source() throws IOException {
        try (InputStream in = MisbehaviourTest.class.getResourceAsStream("Misbehaving.java.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the learner of {@code Misbehaving.java.txt} can do. */
    private enum Fault {
        THROW, LOOP, HEAP, HEAP_ELSEWHERE, DIRECT, EXIT, HALT, THREAD, CLOSE, NAN, SHAPE, MUTATE;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static Path run(String experiment, String learner) {
        return thaw.runs().resolve(experiment).resolve(learner + "-mnist-10k-0");
    }

    @Test
    void theInnocentRunHasTheBytesOfAnUndisturbedOne() throws IOException {
        assertTrue(Files.readString(run("together", "innocent").resolve("end")).contains("\"done\""), result.toString());
        assertArrayEquals(Files.readAllBytes(run("alone", "innocent").resolve("metrics.jsonl")), Files.readAllBytes(run("together", "innocent").resolve("metrics.jsonl")));
        assertArrayEquals(Files.readAllBytes(run("alone", "innocent").resolve("parameters.safetensors")),
                Files.readAllBytes(run("together", "innocent").resolve("parameters.safetensors")));
    }

    @Test
    void theHostSaysThatRunsFailedAndHasSurvived() {
        assertEquals(1, result.code(), result.toString());
        assertFalse(result.err().contains("internal error"), result.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        throw          | boom
        loop           | has not come back
        heap           | out of memory
        heap-elsewhere | memory
        direct         | memory
        exit           | called System.exit
        halt           | exit code 0
        thread         | goes on
        close          | has not come back
        nan            | NaN
        shape          | predict
        mutate         | written into the inputs
        """)
    void eachFailsWithThePluginTheVersionAndThePhase(String fault, String words) throws IOException {
        Path run = run("together", fault);
        assertTrue(Files.exists(run.resolve("end")), () -> fault + " has no end\n" + result);
        String end = Files.readString(run.resolve("end"));
        assertTrue(end.contains("\"failed\""), end);
        assertTrue(end.contains(words), end);
        assertTrue(end.contains("\"plugin\": \"learner misbehaving@1.0.0\""), end);
        assertTrue(end.contains("\"phase\": \"") && !end.contains("\"phase\": \"\""), end);
    }
}
