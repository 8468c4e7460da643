package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.Privilege;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Plan;
import org.thaw.runtime.internal.random.Streams;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.Spy;
import org.thaw.runtime.toys.ToyLab;

/** What a learner is shown when a task ends. */
class PrivilegeTest {
    private static final Scripted.Script THREE = planning -> List.of(Rig.learn("learner", 0, 0), Rig.learn("learner", 1, 1, 2), Rig.learn("learner", 2, 3));
    private static final String SCRIPTED = "{\"name\": \"privileged\", \"protocol\": \"scripted\", \"environment\": {\"plugin\": \"blobs\", \"each\": 10}, \"learner\": \"spy\"}";

    @TempDir
    Path folder;

    private static String seen(Data data) {
        List<String> tasks = new ArrayList<>();
        for (int task = 0; task < data.tasks(); task++) {
            tasks.add(data.task(task).cue().task().orElse(-1) + "" + labels(data.task(task).inOrder(7)));
        }
        return String.join(" ", tasks) + " in all " + data.size() + labels(data.inOrder(64));
    }

    private static TreeSet<Integer> labels(Batches batches) {
        TreeSet<Integer> labels = new TreeSet<>();
        while (batches.next()) {
            Arrays.stream(batches.targets().ints()).forEach(labels::add);
        }
        return labels;
    }

    private List<String> shown(Privilege privilege, Scripted.Script script) {
        List<String> shown = new ArrayList<>();
        RunningExperiment run = new ToyLab(folder, Rig.supervised(script), Spy.of(privilege, new ArrayList<>(), data -> shown.add(seen(data)))).run(SCRIPTED, "name=" + privilege);
        assertEquals(RunStatus.State.DONE, run.runs().get(0).state(), run.runs().get(0).message());
        return shown;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "CURRENT_DATA | 0[0] in all 10[0] ; 1[1, 2] in all 20[1, 2] ; 2[3] in all 10[3]",
            "SIMULATOR | 0[0] in all 10[0] ; 1[1, 2] in all 20[1, 2] ; 2[3] in all 10[3]",
            "SEEN_DATA | 0[0] in all 10[0] ; 0[0] 1[1, 2] in all 30[0, 1, 2] ; 0[0] 1[1, 2] 2[3] in all 40[0, 1, 2, 3]",
            "ALL_DATA | 0[0] 1[1, 2] 2[3] in all 40[0, 1, 2, 3] ; 0[0] 1[1, 2] 2[3] in all 40[0, 1, 2, 3] ; 0[0] 1[1, 2] 2[3] in all 40[0, 1, 2, 3]"})
    void aLearnerIsShownWhatItsPrivilegeSays(Privilege privilege, String expected) {
        assertEquals(List.of(expected.split(" ; ")), shown(privilege, THREE));
    }

    @Test
    void beyondAGateAllMeansAllSoFar() {
        assertEquals(List.of("0[0] in all 10[0]", "0[0] 1[1] in all 20[0, 1]"), shown(Privilege.ALL_DATA, planning -> Plan.of(Rig.learn("learner", 0, 0), Rig.test("t", "learner", 0, 0))
                .then(() -> planning.outcomes().score("t", "learner", "accuracy").isPresent() ? Plan.of(Rig.learn("learner", 1, 1)) : Plan.of())));
    }

    @Test
    void aCopyIsShownWhatItsOriginalSawAndWhatIsItsOwn() {
        Scripted.Script forked = planning -> List.of(Rig.learn("learner", 0, 0), new Phase.Fork("fork", "learner", "copy"), Rig.learn("learner", 1, 1), Rig.learn("copy", 2, 2));

        assertEquals(List.of("0[0] in all 10[0]", "0[0] 1[1] in all 20[0, 1]", "0[0] 2[2] in all 20[0, 2]"), shown(Privilege.SEEN_DATA, forked));
        assertEquals("0[0] 2[2] in all 20[0, 2]", shown(Privilege.ALL_DATA, forked).get(2));
    }

    @Test
    void whatIsReadAgainCounts() {
        RunningExperiment run = new ToyLab(folder, Rig.supervised(THREE), Spy.of(Privilege.CURRENT_DATA, new ArrayList<>(), data -> {
            Batches drawn = data.drawn(6, draws());
            drawn.next();
            drawn.next();
        })).run(SCRIPTED);

        List<Long> samples = ToyLab.folder(run, 0).events().stream().filter(Event.Spent.class::isInstance).map(event -> ((Event.Spent) event).samples()).toList();
        assertEquals(List.of(10L + 12, 20L + 12, 10L + 12), samples, run.runs().get(0).message());
    }

    private static RandomStream draws() {
        return new Streams(0, "draws").get("draws");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        List<Throwable> refused = new ArrayList<>();
        RunningExperiment run = new ToyLab(folder, Rig.supervised(THREE), Spy.of(Privilege.CURRENT_DATA, new ArrayList<>(), data -> {
            refused.add(assertThrows(IllegalArgumentException.class, () -> data.inOrder(0)));
            refused.add(assertThrows(IndexOutOfBoundsException.class, () -> data.task(1)));
        })).run(SCRIPTED);
        assertEquals(RunStatus.State.DONE, run.runs().get(0).state(), run.runs().get(0).message());
        assertEquals("a batch has at least 1 example, not 0", refused.get(0).getMessage());
    }

    @Test
    void aTaskIsMadeReadyForTestsOnceAndOnlyAfterItHasChanged() {
        List<String> notes = new ArrayList<>();
        Scripted.Script tested = planning -> List.of(Rig.learn("learner", 0, 0), Rig.test("a", "learner", 0, 0), Rig.test("b", "learner", 0, 0), Rig.learn("learner", 1, 1),
                Rig.test("c", "learner", 0, 0));
        new ToyLab(folder, Rig.supervised(tested), Spy.of(Privilege.CURRENT_DATA, notes, data -> {
        })).run(SCRIPTED);

        notes.removeIf(note -> note.startsWith("label"));
        assertEquals(List.of("begin cue(task 0, classes untold)", "end cue(task 0, classes untold)", "prepare", "begin cue(task 1, classes untold)",
                "end cue(task 1, classes untold)", "prepare"), notes);
    }

    @Test
    void aFrozenRoleMeetsItsTasksAndIsNeverToldOfThem() {
        List<String> notes = new ArrayList<>();
        RunningExperiment run = new ToyLab(folder, Rig.supervised(planning -> List.of(Rig.learn("learner", 0, 0), new Phase.Freeze("freeze", "learner"), Rig.learn("learner", 1, 1),
                Rig.test("t", "learner", 0, 0))), Spy.of(Privilege.CURRENT_DATA, notes, data -> {
                })).run(SCRIPTED, "twins={\"frozen\": \"tasks\"}");

        assertEquals(1, notes.stream().filter(note -> note.startsWith("end")).count());
        Event.Evaluated tested = (Event.Evaluated) ToyLab.folder(run, 0).events().stream().filter(Event.Evaluated.class::isInstance).findFirst().orElseThrow();
        assertEquals(2, tested.after(), "it has two tasks behind it");
        assertEquals(20, tested.step());
    }
}
