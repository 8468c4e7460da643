package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.run.Limits;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Nuisance;
import org.thaw.runtime.toys.ToyLab;

/** Misbehaviour that a host can end without a process of its own for each run. */
class LimitsTest {
    private static final Limits SHORT = new Limits(Duration.ofSeconds(3), Duration.ofDays(1), 64);

    @TempDir
    Path folder;
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        release.countDown();
    }

    private static String json(String learners) {
        return "{\"name\": \"toy\", \"protocol\": \"halves\", \"environment\": \"blobs\", \"metrics\": [\"count\"], \"learners\": " + learners + "}";
    }

    @ParameterizedTest
    @EnumSource(Nuisance.How.class)
    void aNuisanceFailsWithItsNameAndItsNeighbourDoesNotNotice(Nuisance.How how) throws Exception {
        RunFolder alone = ToyLab.folder(new ToyLab(folder.resolve("alone")).run(json("[\"centroids\"]")), 0);
        ToyLab lab = new ToyLab(folder.resolve("both"), Entries.of(new Nuisance.Factory(how, release)));
        RunningExperiment run = ToyLab.ended(lab.start(lab.read(json("[\"nuisance\", \"centroids\"]")), lab.settings(2).within(SHORT)));

        assertEquals(List.of(RunStatus.State.FAILED, RunStatus.State.DONE), run.runs().stream().map(RunStatus::state).toList());
        RunEnd end = ToyLab.folder(run, 0).end().orElseThrow();
        assertEquals("learner nuisance@0.0.0", end.plugin(), end.message());
        assertTrue(end.message().startsWith("phase ") && end.message().contains(how.says), end.message());
        assertArrayEquals(Files.readAllBytes(alone.path().resolve(RunFolder.EVENTS)), Files.readAllBytes(ToyLab.folder(run, 1).path().resolve(RunFolder.EVENTS)));
    }

    @Test
    void aPhaseMayNotGoOnForEver() {
        ToyLab lab = new ToyLab(folder);
        RunningExperiment run = ToyLab.ended(lab.start(lab.read(json("[\"centroids\"]").replace("\"halves\"", "{\"plugin\": \"halves\", \"epochs\": 100000000}")),
                lab.settings(1).within(new Limits(Duration.ofDays(1), Duration.ofMillis(500), 64))));

        assertTrue(run.runs().get(0).message().contains("phase that goes on for more than 0.5s"), run.runs().get(0).message());
    }
}
