package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The experiments that come with Thaw fit the plugins that come with it. Each is told to leave its results where there can be no folder, which is found out after the file was read and
 * checked, and before anything runs; so neither data sets nor Python are needed.
 */
class ReadyExperimentsTest {
    @TempDir
    Path folder;

    @Test
    void everyReadyExperimentIsReadWithoutAComplaint() throws IOException {
        Thaw thaw = new Thaw(folder);
        Path file = thaw.file("not-a-folder", "");
        List<String> names = names();
        assertFalse(names.isEmpty());
        Thaw.Result result = thaw.script(names.stream().map(name -> "run " + Thaw.experiment(name + ".json") + " --runs " + file).toList());
        String said = result.out() + result.err();
        assertEquals(List.of(), names.stream().filter(name -> !said.contains("cannot write results to " + file.resolve(name) + ":")).toList(),
                "these were not read; what was said:\n" + said.lines().filter(line -> !line.contains(file.toString())).toList());
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Thaw.repository().resolve("config/experiments"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")).map(name -> name.replaceFirst("\\.json$", "")).sorted().toList();
        }
    }
}
