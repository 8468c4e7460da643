package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same experiment and seed give the same bytes: one run after another in the host's process, several at a time in processes of their own, on another JDK. */
class ReproducibilityTest {
    private static final List<String> SMALL = List.of("seeds=1", "protocol.epochs=1", "learners.ewc.fisherSamples=100");

    @TempDir
    static Path folder;
    private static Map<String, byte[]> alone;

    @BeforeAll
    static void once() throws IOException {
        alone = events(new Thaw(folder(folder, "alone")), "--in-process", "--parallel", "1");
    }

    private static Path folder(Path parent, String name) throws IOException {
        return Files.createDirectories(parent.resolve(name));
    }

    private static Map<String, byte[]> events(Thaw thaw, String... options) throws IOException {
        Map<String, byte[]> events = new TreeMap<>();
        for (String name : List.of("split-mnist", "grid-lifetime")) {
            List<String> arguments = new ArrayList<>(List.of("run", Thaw.experiment(name + ".json").toString()));
            arguments.addAll(name.equals("split-mnist") ? SMALL : List.of("seeds=1", "protocol.steps=10000"));
            arguments.addAll(List.of(options));
            Thaw.Result result = thaw.run(arguments.toArray(String[]::new));
            assertEquals(0, result.code(), result.toString());
            try (Stream<Path> runs = Files.list(thaw.runs().resolve(name))) {
                for (Path run : runs.filter(r -> Files.exists(r.resolve("metrics.jsonl"))).toList()) {
                    events.put(run.getFileName().toString(), Files.readAllBytes(run.resolve("metrics.jsonl")));
                }
            }
        }
        return events;
    }

    private static void same(Map<String, byte[]> other) {
        assertEquals(alone.keySet(), other.keySet());
        alone.forEach((run, bytes) -> assertArrayEquals(bytes, other.get(run), run));
    }

    @Test
    void inParallelAndInProcessesOfTheirOwnAsAlone() throws IOException {
        assertEquals(8, alone.size());
        same(events(new Thaw(folder(folder, "parallel")), "--parallel", "3"));
    }

    @Test
    void onAnotherJdkAsOnThisOne() throws IOException {
        Optional<Path> other = otherJdk();
        assumeTrue(other.isPresent(), "SKIPPED: there is no second JDK under " + Path.of(System.getProperty("java.home")).getParent());
        same(events(new Thaw(folder(folder, "other"), other.get().toString()), "--in-process"));
    }

    private static Optional<Path> otherJdk() throws IOException {
        Path mine = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(mine.getParent())) {
            return siblings.filter(jdk -> !Files.isSymbolicLink(jdk) && !jdk.equals(mine) && Files.isExecutable(jdk.resolve("bin/java"))).findFirst();
        }
    }
}
