package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Cue;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Student;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.Stopper;
import org.thaw.runtime.toys.ToyLab;

/**
 * A student is frozen and a copy of it is not, as the protocols of imitation plan it for {@code copyOf}: in each of two lifetimes the student goes on, and then a
 * copy of the copy, which studies its own stream.
 */
class CopyResumeTest {
    private static final String JSON = "{\"name\": \"toy\", \"protocol\": \"scripted\", \"environment\": \"corridor\", \"learner\": {\"plugin\": \"walker\", \"horizon\": 7},"
            + " \"metrics\": [\"stopper\"], \"roles\": {\"student\": {\"plugin\": \"copyist\", \"window\": 23}}}";
    private static final long STEPS = 1011;
    private static final PluginEntry PLAN = Scripted.of(List.of(Role.learner(Agent.class), new Role("student", Student.class), Role.environment(World.class)), planning -> plan());

    @TempDir
    Path folder;
    private final Stopper stopper = new Stopper();

    private static List<Phase> plan() {
        List<Phase> phases = new ArrayList<>(List.of(teach(0, true), new Phase.Study("study", "student", List.of("life-0"), Phase.Material.ALL, 100),
                new Phase.Freeze("freeze", "student"), new Phase.Fork("a copy that is not frozen", "student", "copy")));
        for (long k = 1; k <= 2; k++) {
            String copy = "copy@" + k;
            phases.addAll(List.of(new Phase.Renew("a new teacher", Role.LEARNER, k, true), teach(k, false)));
            phases.addAll(goOn("student", k));
            phases.add(new Phase.Fork("a copy for this lifetime", "copy", copy));
            phases.addAll(goOn(copy, k));
            phases.add(new Phase.Leave("release", copy));
        }
        return phases;
    }

    private static Phase teach(long lifetime, boolean end) {
        return new Phase.Record(live(Role.LEARNER, true, end), "life-" + lifetime);
    }

    private static List<Phase> goOn(String role, long lifetime) {
        Experience followed = new Experience.Following(Role.ENVIRONMENT, 0, "life-" + lifetime, Budget.steps(STEPS));
        return List.of(new Phase.Renew("wipe the context", role, lifetime, false), new Phase.Learn("follow", role, followed, Cue.none(), true, false), live(role, false, true));
    }

    private static Phase.Learn live(String role, boolean begin, boolean end) {
        return new Phase.Learn("live", role, new Experience.Life(Role.ENVIRONMENT, 0, Budget.steps(STEPS)), Cue.none(), begin, end);
    }

    /** Where a role is half done with its studies, each of which is measured. */
    private static int middle(List<Event> events, String role) {
        int[] studies = IntStream.range(0, events.size()).filter(i -> events.get(i) instanceof Event.Measured && events.get(i).role().equals(role)).toArray();
        return studies[studies.length / 2];
    }

    private static RunStatus.State state(RunningExperiment run) {
        return run.runs().get(0).state();
    }

    @Test
    void aRunStoppedWhileACopyOfAFrozenStudentStudiesEndsWithTheSameBits() throws Exception {
        RunFolder whole = ToyLab.folder(stopper.lab(folder.resolve("whole"), PLAN).run(JSON), 0);
        List<Event> events = whole.events();
        assertEquals(List.of("student", "copy@1", "copy@2"), events.stream().filter(event -> event instanceof Event.Spent spent && spent.updates() > 0).map(Event::role)
                .filter(role -> !role.equals(Role.LEARNER)).distinct().toList(), "who studies");

        stopper.at(List.of(middle(events, "copy@1"), middle(events, "copy@2")));
        ToyLab lab = stopper.lab(folder.resolve("stopped"), PLAN);
        assertEquals(RunStatus.State.STOPPED, state(stopper.run(lab, () -> lab.start(lab.read(JSON), 1))));
        assertEquals(RunStatus.State.STOPPED, state(stopper.run(lab, () -> lab.resume("toy", lab.settings(1)))));
        RunningExperiment run = stopper.run(lab, () -> lab.resume("toy", lab.settings(1)));
        assertEquals(RunStatus.State.DONE, state(run));

        RunFolder resumed = ToyLab.folder(run, 0);
        assertEquals(Files.readString(whole.path().resolve(RunFolder.EVENTS)), Files.readString(resumed.path().resolve(RunFolder.EVENTS)));
        assertEquals(Set.of(Role.LEARNER, "student", "copy"), whole.end().orElseThrow().fingerprints().keySet());
        assertEquals(whole.end().orElseThrow().fingerprints(), resumed.end().orElseThrow().fingerprints());
        assertEquals(Lives.in(whole), Lives.in(resumed));
    }
}
