package org.thaw.report.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.report.internal.FolderReporter;
import org.thaw.report.internal.RunFixture;

class ProblemTest {
    private static List<String> problems(Path folder) {
        return Problem.texts(ExperimentData.read(folder).problems());
    }

    @Test
    void aRunWithoutAnEndIsUnfinishedAndSaysHowFarItGot(@TempDir Path runs) {
        new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 0).unfinished();
        assertEquals(List.of("q-w-0 is unfinished: no end marker; it got to step 0, where it was paused, stopped or cut off. Resumed, it goes on from its last checkpoint"),
                problems(runs.resolve("e")));
    }

    @Test
    void aFailureWithoutAMessageSaysThatToo(@TempDir Path runs) {
        new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 0).failed("", "learner q@1", "learn");
        assertEquals(List.of("q-w-0 failed: learner q@1 in learn: it does not say why"), problems(runs.resolve("e")));
    }

    @Test
    void aPluginThatTheMessageNamesIsNotNamedTwice(@TempDir Path runs) {
        new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 0).failed("environment w@1 failed in create: no data", "environment w@1", "");
        assertEquals(List.of("q-w-0 failed: environment w@1 failed in create: no data"), problems(runs.resolve("e")));
    }

    @Test
    void runsThatFailedInTheSameWayShareASentence() {
        List<Problem> problems = List.of(new Problem("a", "failed", "no data"), new Problem("b", "unfinished", "no end marker"), new Problem("c", "failed", "it threw"),
                new Problem("d", "failed", "no data"), new Problem("e", "unfinished", "no end marker"));
        assertEquals(List.of("a, d failed: no data", "b is unfinished: no end marker", "c failed: it threw", "e is unfinished: no end marker"), Problem.texts(problems));
        List<Problem> many = Stream.of("a", "b", "c", "d", "e").map(run -> new Problem(run, "failed", "no data")).toList();
        assertEquals(List.of("a, b, c and 2 more failed: no data"), Problem.texts(many));
    }

    @Test
    void anyOtherEndIsNamedAsItsMarkerNamesIt(@TempDir Path runs) throws IOException {
        new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 0).done();
        Files.writeString(runs.resolve("e/q-w-0/end"), "{\"status\": \"stopped\", \"message\": \"by its owner\"}");
        assertEquals(List.of("q-w-0 is stopped: by its owner"), problems(runs.resolve("e")));
        assertTrue(Files.readString(new FolderReporter().report(runs.resolve("e")).page()).contains("1 stopped"));
    }

    @Test
    void aFolderThatLostItsManifestIsNotPassedOver(@TempDir Path runs) throws IOException {
        new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 0).done();
        new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 1).done();
        Files.delete(runs.resolve("e/q-w-1/run.json"));
        assertEquals(List.of("q-w-1 cannot be read: run.json is missing, so nothing tells what was run"), problems(runs.resolve("e")));
    }

    @Test
    void otherFoldersBesideTheRunsAreNoRuns(@TempDir Path runs) throws IOException {
        new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 0).done();
        Files.createDirectories(runs.resolve("e/tensorboard"));
        assertEquals(List.of(), problems(runs.resolve("e")));
    }
}
