package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Cue;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Listener;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

/** A cue can keep back that a task begins or ends. */
class UntoldBoundaryTest {
    private static final String JSON = "{\"name\": \"%s\", \"protocol\": \"scripted\", \"environment\": \"corridor\", \"learner\": \"listener\", \"twins\": {\"frozen\": \"tasks\"}}";

    @TempDir
    Path folder;

    /** Two stays, the second in two phases. */
    private static List<Phase> phases(Cue cue) {
        return List.of(live(0, cue, true, true), live(1, cue, true, false), live(1, cue, false, true));
    }

    private static Phase live(int task, Cue cue, boolean begin, boolean end) {
        return new Phase.Learn("live", Role.LEARNER, new Experience.Life(Role.ENVIRONMENT, task, Budget.steps(7)), cue, begin, end);
    }

    private List<Event> events(String name, Cue cue, List<String> notes) {
        ToyLab lab = new ToyLab(folder, Scripted.of(List.of(Role.learner(Agent.class), Role.environment(World.class)), planning -> phases(cue)), Listener.of(notes));
        RunningExperiment run = lab.run(JSON.formatted(name));
        assertEquals("", run.runs().get(0).message());
        return ToyLab.folder(run, 0).events();
    }

    @Test
    void anAgentThatIsNotToldHearsOfNoBoundary() {
        List<String> told = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        events("told", Cue.none(), told);
        events("untold", Cue.none().withoutBoundaries(), untold);

        String cue = "cue(task untold, classes untold)";
        assertEquals(List.of("begin " + cue, "end " + cue, "begin " + cue, "end " + cue), boundaries(told));
        assertEquals(List.of(), boundaries(untold));
    }

    private static List<String> boundaries(List<String> notes) {
        return notes.stream().filter(note -> note.startsWith("begin") || note.startsWith("end")).toList();
    }

    /** Episodes are cut off, twins are forked and metrics are told, so that a run with untold boundaries is measured like any other. */
    @Test
    void allOthersMeetTheSameBoundaries() {
        List<Event> told = events("told", Cue.none(), new ArrayList<>());

        assertEquals(told, events("untold", Cue.none().withoutBoundaries(), new ArrayList<>()));
        assertEquals(2, told.stream().filter(event -> event instanceof Event.TaskEnded && event.role().equals("learner")).count());
        assertEquals(1, told.stream().filter(Event.Forked.class::isInstance).count(), "after the last task there would be nothing to live");
    }
}
