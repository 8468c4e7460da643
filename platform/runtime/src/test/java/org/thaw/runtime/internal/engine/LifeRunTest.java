package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

class LifeRunTest {
    private static final String CHUNKS = "{\"name\": \"chunks\", \"protocol\": \"chunks\", \"environment\": \"corridor\", \"learner\": \"walker\"}";

    @TempDir
    Path folder;
    private ToyLab lab;

    @BeforeEach
    void lab() {
        lab = new ToyLab(folder);
    }

    private static List<Event> lived(RunFolder run, String role) {
        return run.events().stream().filter(e -> e.role().equals(role)).filter(e -> e instanceof Event.EpisodeEnded || e instanceof Event.Earned).toList();
    }

    @Test
    void evaluationDoesNotDisturbTheLife() {
        RunFolder with = ToyLab.folder(lab.run(CHUNKS, "name=with"), 0);
        RunFolder without = ToyLab.folder(lab.run(CHUNKS, "name=without", "protocol.evaluate=false"), 0);

        assertEquals(lived(without, "learner"), lived(with, "learner"));
        assertTrue(with.events().stream().anyMatch(Event.Evaluated.class::isInstance));
    }

    @Test
    void chunksAreOneLife() {
        RunFolder chunks = ToyLab.folder(lab.run(CHUNKS, "name=many", "protocol.evaluate=false"), 0);
        RunFolder whole = ToyLab.folder(lab.run(CHUNKS, "name=one", "protocol.evaluate=false", "protocol.steps=400", "protocol.chunks=1"), 0);

        assertEquals(whole.events(), chunks.events());
    }

    @Test
    void rewardsAreReportedAtRegularSteps() {
        RunFolder run = ToyLab.folder(lab.run(CHUNKS), 0);

        List<Long> steps = run.events().stream().filter(Event.Earned.class::isInstance).map(Event::step).toList();
        assertEquals(List.of(100L, 200L, 300L, 400L), steps);
    }

    @Test
    void aTwinFrozenAtAStepLivesOnWithoutLearning() {
        RunFolder run = ToyLab.folder(lab.run(CHUNKS, "twins={\"frozen\": [150]}"), 0);

        List<Event> twin = run.events().stream().filter(e -> e.role().equals("learner/frozen@150")).toList();
        assertTrue(twin.stream().anyMatch(Event.EpisodeEnded.class::isInstance));
        assertEquals(400, twin.get(twin.size() - 1).step());
        assertTrue(run.events().contains(new Event.Forked("learner", 150, "learner/frozen@150")));
        assertEquals(lived(ToyLab.folder(lab.run(CHUNKS, "name=single"), 0), "learner"), lived(run, "learner"), "the original does not notice");
    }

    @Test
    void aTwinCanBeFrozenWhereAPhaseEnds() {
        RunFolder run = ToyLab.folder(lab.run(CHUNKS, "twins={\"frozen\": [200]}"), 0);

        assertTrue(run.events().contains(new Event.Forked("learner", 200, "learner/frozen@200")));
        assertEquals(List.of(300L, 400L), lived(run, "learner/frozen@200").stream().filter(Event.Earned.class::isInstance).map(Event::step).toList());
    }

    @Test
    void severalLanesAreSeveralLives() {
        RunFolder run = ToyLab.folder(lab.run(CHUNKS, "lanes=3", "learner.horizon=7", "protocol.steps=99"), 0);

        assertEquals(396, run.events().get(run.events().size() - 1).step());
        assertTrue(run.end().orElseThrow().done());
    }

    @Test
    void anActionThatIsNotOneFailsTheRun() {
        RunningExperiment run = lab.run(CHUNKS, "learner.insist=2");

        assertEquals(RunStatus.State.FAILED, run.runs().get(0).state());
        assertTrue(run.runs().get(0).message().contains("chose action 2, which is not legal here"), run.runs().get(0).message());
    }
}
