package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Stopper;
import org.thaw.runtime.toys.ToyLab;

/** Stopped in the midst of lives that are recorded and of studies. */
class StudentResumeTest {
    /** Windows, horizons, episodes and phases are not in step. */
    private static final String JSON = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"apprenticeship\", \"steps\": 20011, \"updates\": 3000}, \"environment\": \"corridor\","
            + " \"learner\": {\"plugin\": \"walker\", \"horizon\": 7}, \"metrics\": [\"count\", \"stopper\"], \"roles\": {\"student\": {\"plugin\": \"copyist\", \"window\": 23}},"
            + " \"twins\": {\"frozen\": [5001, 21001]}}";

    /** The first imitators are made in the midst of the second phase, another in the midst of the third; two lanes, and steps of the learner's that wait to be learned from. */
    private static final String TWINS = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"chunks\", \"steps\": 20011}, \"environment\": \"corridor\", \"lanes\": 2,"
            + " \"learner\": {\"plugin\": \"walker\", \"horizon\": 7}, \"metrics\": [\"count\", \"stopper\"], \"twins\": {\"frozen\": [5001, 27001], \"imitation\": ["
            + "{\"at\": [27001, 45000], \"learner\": {\"plugin\": \"copyist\", \"window\": 23}, \"updates\": 3000},"
            + " {\"name\": \"late\", \"at\": 27001, \"learner\": {\"plugin\": \"copyist\", \"window\": 7}, \"updates\": 3000, \"from\": 0.9}]}}";

    @TempDir
    Path folder;

    @Test
    void aRunStoppedInLivesAndStudiesEndsWithTheSameBits() throws Exception {
        stop(JSON, "student", "student/copy");
    }

    @Test
    void aRunStoppedBeforeWhileAndAfterItsImitatorsStudyEndsWithTheSameBits() throws Exception {
        stop(TWINS, "learner/imitation-copyist@27001", "learner/imitation-copyist@45000", "learner/imitation-late@27001");
    }

    private void stop(String json, String... students) throws Exception {
        Stopper stopper = new Stopper();
        RunFolder whole = ToyLab.folder(stopper.lab(folder.resolve("whole")).run(json), 0);
        List<Integer> stops = middles(whole.events(), List.of(students));
        stopper.at(stops);
        ToyLab lab = stopper.lab(folder.resolve("stopped"));
        RunSettings often = lab.settings(1).saving(new Checkpoints(Duration.ofMillis(1), Duration.ZERO));
        RunningExperiment run = stopper.run(lab, () -> lab.start(lab.read(json), often));
        int stopped = 0;
        for (; run.runs().get(0).state() == RunStatus.State.STOPPED; stopped++) {
            run = stopper.run(lab, () -> lab.resume("toy", often));
        }
        RunFolder resumed = ToyLab.folder(run, 0);

        assertEquals("", run.runs().get(0).message());
        assertEquals(stops.size(), stopped);
        assertEquals(Files.readString(whole.path().resolve(RunFolder.EVENTS)), Files.readString(resumed.path().resolve(RunFolder.EVENTS)));
        assertEquals(whole.end().orElseThrow().fingerprints(), resumed.end().orElseThrow().fingerprints());
        assertEquals(Lives.in(whole), Lives.in(resumed));
    }

    /** In the middle of what each role earns, and of the studies of these students, which are measured. */
    private static List<Integer> middles(List<Event> events, List<String> students) {
        Map<String, List<Integer>> earned = new TreeMap<>();
        Map<String, List<Integer>> studied = new TreeMap<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event instanceof Event.Earned || event instanceof Event.Measured) {
                (event instanceof Event.Earned ? earned : studied).computeIfAbsent(event.role(), role -> new ArrayList<>()).add(i);
            }
        }
        assertEquals(students, List.copyOf(studied.keySet()));
        return Stream.of(earned, studied).flatMap(told -> told.values().stream()).map(all -> all.get(all.size() / 2)).sorted().toList();
    }
}
