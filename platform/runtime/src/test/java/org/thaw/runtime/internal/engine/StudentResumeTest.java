package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

/** Stopped in the midst of each kind of phase that has to do with recordings. */
class StudentResumeTest {
    /** Windows, horizons, episodes and phases are not in step. */
    private static final String JSON = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"apprenticeship\", \"steps\": 20011, \"updates\": 3000}, \"environment\": \"corridor\","
            + " \"learner\": {\"plugin\": \"walker\", \"horizon\": 7}, \"metrics\": [\"count\"], \"roles\": {\"student\": {\"plugin\": \"copyist\", \"window\": 23}},"
            + " \"twins\": {\"frozen\": [5001, 21001]}}";
    private static final List<String> PHASES = List.of("teach 0", "teach 1", "study", "study shuffled", "compare", "follow", "go on", "live", "live frozen", "from nothing", "again");

    /** The first imitators are made in the midst of the second phase, another in the midst of the third; two lanes, and steps of the learner's that wait to be learned from. */
    private static final String TWINS = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"chunks\", \"steps\": 20011}, \"environment\": \"corridor\", \"lanes\": 2,"
            + " \"learner\": {\"plugin\": \"walker\", \"horizon\": 7}, \"metrics\": [\"count\"], \"twins\": {\"frozen\": [5001, 27001], \"imitation\": ["
            + "{\"at\": [27001, 45000], \"learner\": {\"plugin\": \"copyist\", \"window\": 23}, \"updates\": 3000},"
            + " {\"name\": \"late\", \"at\": 27001, \"learner\": {\"plugin\": \"copyist\", \"window\": 7}, \"updates\": 3000, \"from\": 0.9}]}}";
    private static final List<String> TWIN_PHASES = List.of("live 0", "live 1", "live 1, learner/imitation-copyist@27001 studies", "live 1, learner/imitation-late@27001 studies", "live 2",
            "live 2, learner/imitation-copyist@45000 studies", "live 3");

    @TempDir
    Path folder;

    private static RunSettings often(ToyLab lab) {
        return lab.settings(1).saving(new Checkpoints(Duration.ofMillis(1), Duration.ZERO));
    }

    @Test
    void aRunStoppedInEveryPhaseEndsWithTheSameBits() throws Exception {
        stopIn(JSON, PHASES);
    }

    @Test
    void aRunStoppedBeforeWhileAndAfterItsImitatorsStudyEndsWithTheSameBits() throws Exception {
        stopIn(TWINS, TWIN_PHASES);
    }

    private void stopIn(String json, List<String> phases) throws Exception {
        RunFolder whole = ToyLab.folder(new ToyLab(folder.resolve("whole")).run(json), 0);
        ToyLab lab = new ToyLab(folder.resolve("stopped"));
        RunningExperiment run = lab.start(lab.read(json), often(lab));
        int stops = 0;
        for (String phase : phases) {
            RunStatus now = run.runs().get(0);
            while (!now.phase().equals(phase) && !now.state().over()) {
                Thread.onSpinWait();
                now = run.runs().get(0);
            }
            run.stop();
            ToyLab.ended(run);
            stops += run.runs().get(0).state() == RunStatus.State.STOPPED ? 1 : 0;
            run = lab.resume("toy", often(lab));
        }
        ToyLab.ended(run);
        RunFolder resumed = ToyLab.folder(run, 0);

        assertEquals("", run.runs().get(0).message());
        assertEquals(Files.readString(whole.path().resolve(RunFolder.EVENTS)), Files.readString(resumed.path().resolve(RunFolder.EVENTS)));
        assertEquals(whole.end().orElseThrow().fingerprints(), resumed.end().orElseThrow().fingerprints());
        assertEquals(Lives.in(whole), Lives.in(resumed));
        assumeTrue(stops > 0, "each attempt was over before it could be stopped: nothing was resumed");
    }
}
