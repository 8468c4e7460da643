package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.metric.Event;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

/** Runs whose plugins are there no longer when they are resumed. */
class RecastTest {
    private static final String JSON = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"halves\", \"epochs\": 15000}, \"environment\": \"blobs\","
            + " \"learners\": {\"slow\": {\"plugin\": \"centroids\", \"rate\": 0.05}, \"fast\": {\"plugin\": \"centroids\", \"rate\": 0.5}}, \"metrics\": [\"count\"]}";

    @TempDir
    Path folder;

    private static ListedCatalog with(String version, String sha256) {
        return new ListedCatalog(ToyLab.toys().stream().map(e -> e.id().equals("centroids") ? of(e, version, sha256) : e).toList());
    }

    private static PluginEntry of(PluginEntry e, String version, String sha256) {
        return new PluginEntry(e.kind(), e.id(), version, e.bundle(), sha256, e.summary(), e.source(), e.accepts(), e.privilege(), e.factory(), e.configuration(), e.product());
    }

    @BeforeEach
    void interrupted() throws Exception {
        ToyLab lab = new ToyLab(folder, with("1.0.0", "a".repeat(64)));
        RunningExperiment run = lab.start(lab.read(JSON), 2);
        while (Stream.of(0, 1).anyMatch(i -> run.runs().get(i).fraction() < 0.2 && !run.runs().get(i).state().over())) {
            Thread.onSpinWait();
        }
        run.stop();
        ToyLab.ended(run);
        assumeTrue(run.runs().stream().allMatch(each -> each.state() == RunStatus.State.STOPPED), "a run was over before it could be stopped");
    }

    @Test
    void aRunWhosePluginIsGoneIsRefusedWithTheWayOut() {
        ToyLab lab = new ToyLab(folder, with("1.1.0", "b".repeat(64)));
        String message = assertThrows(BadInputException.class, () -> lab.resume("toy", lab.settings(1))).getMessage();

        assertTrue(message.contains("learner \"centroids\" is not offered by the jar aaaa") && message.contains("run.json of fast-blobs-0, slow-blobs-0") && message.contains("--with id@version"),
                message);
    }

    @Test
    void anotherVersionGoesOnWithWhatTheOldOneHasLearnedAndThatIsRecordedAsASwap() {
        ToyLab lab = new ToyLab(folder, with("1.1.0", "b".repeat(64)));
        RunningExperiment run = ToyLab.ended(lab.resume("toy", lab.settings(1), "centroids@1.1.0"));

        for (int i = 0; i < 2; i++) {
            assertEquals(RunStatus.State.DONE, run.runs().get(i).state(), run.runs().get(i).message());
            RunFolder result = ToyLab.folder(run, i);
            List<Event> swaps = result.events().stream().filter(Event.Swapped.class::isInstance).toList();
            assertEquals(1, swaps.size());
            assertEquals("centroids@1.0.0 " + "a".repeat(64), ((Event.Swapped) swaps.get(0)).from());
            assertEquals("centroids@1.1.0 " + "b".repeat(64), ((Event.Swapped) swaps.get(0)).to());
            assertTrue(swaps.get(0).step() > 0);
            double rate = run.runs().get(i).run().startsWith("slow") ? 0.05 : 0.5;
            assertEquals(rate, result.manifest().swaps().get(0).with().get("rate").getAsDouble(), "each keeps its own configuration");
        }
    }

    @Test
    void aChoiceThatConcernsNoRunIsRefusedAndLeavesNoTrace() {
        ToyLab lab = new ToyLab(folder, with("1.0.0", "a".repeat(64)));

        assertTrue(assertThrows(BadInputException.class, () -> lab.resume("toy", lab.settings(1), "walker")).getMessage().contains("no unfinished run has a learner \"walker\""));
        assertTrue(assertThrows(BadInputException.class, () -> lab.resume("toy", lab.settings(1), "centroids@7")).getMessage().contains("there are: 1.0.0"));
        RunningExperiment run = ToyLab.ended(lab.resume("toy", lab.settings(1)));
        assertEquals(List.of(RunStatus.State.DONE, RunStatus.State.DONE), run.runs().stream().map(RunStatus::state).toList());
        assertTrue(ToyLab.folder(run, 0).manifest().swaps().isEmpty());
    }
}
