package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Cue;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

class TestFirstTest {
    private static final String JSON = "{\"name\": \"stream\", \"protocol\": \"scripted\", \"environment\": \"blobs\", \"learner\": \"centroids\", \"metrics\": [\"count\"],"
            + " \"twins\": {\"frozen\": [64]}}";

    @TempDir
    Path folder;

    private static PluginEntry stream(long delay, long every, int epochs, boolean whole) {
        Experience.Examples examples = new Experience.Examples(Role.ENVIRONMENT, 0, Experience.Split.TRAIN, List.of(Portion.classes(0, List.of(0, 1, 2, 3))), 8,
                Budget.epochs(epochs), Experience.Order.GIVEN, Optional.of(new Experience.TestFirst(delay, every, true)));
        Experience.Examples half = new Experience.Examples(examples.environment(), 0, examples.split(), examples.portions(), 8, Budget.iterations(5), examples.order(),
                examples.testFirst());
        return Rig.supervised(planning -> whole ? List.of(new Phase.Learn("stream", "learner", examples, Cue.none()))
                : List.of(new Phase.Learn("stream", "learner", half, Cue.none(), true, false), new Phase.Learn("stream", "learner", half, Cue.none(), false, true)));
    }

    private static List<Event.Predicted> told(RunningExperiment run, String role) {
        return ToyLab.folder(run, 0).events().stream().filter(Event.Predicted.class::isInstance).map(Event.Predicted.class::cast).filter(e -> e.role().equals(role)).toList();
    }

    private RunningExperiment run(String name, PluginEntry protocol) {
        RunningExperiment run = new ToyLab(folder.resolve(name), protocol).run(JSON);
        assertEquals(RunStatus.State.DONE, run.runs().get(0).state(), run.runs().get(0).message());
        return run;
    }

    @Test
    void eachBatchIsAnsweredBeforeItIsLearnedFrom() {
        List<Event.Predicted> told = told(run("plain", stream(0, 2, 2, true)), "learner");

        long size = told.stream().mapToLong(Event.Predicted::size).sum();
        assertEquals(told.get(told.size() - 1).step(), size);
        assertEquals(16, told.get(0).size());
        assertEquals(told.get(0).targets().size(), told.get(0).predictions().size());
        double last = told.get(told.size() - 1).scores().get("accuracy");
        assertTrue(told.get(0).scores().get("accuracy") < last && last > 0.8, told.get(0).scores() + " " + last);
    }

    @Test
    void aFrozenTwinAnswersTheSameExamplesFromWhereItStands() {
        RunningExperiment run = run("twin", stream(0, 4, 1, true));

        List<Event.Predicted> twin = told(run, "learner/frozen@64");
        List<Event.Predicted> own = told(run, "learner");
        assertEquals(own.get(own.size() - 1).step(), twin.get(twin.size() - 1).step());
        assertEquals(own.get(own.size() - 1).targets(), twin.get(twin.size() - 1).targets());
    }

    @Test
    void lateTargetsMakeTheFirstAnswersThoseOfAnUntrainedLearner() {
        List<Event.Predicted> soon = told(run("soon", stream(0, 1, 1, true)), "learner");
        List<Event.Predicted> late = told(run("late", stream(3, 1, 1, true)), "learner");

        assertEquals(soon.get(0).predictions(), late.get(0).predictions());
        // the fourth batch is answered with what one batch has taught, which the second was in the other run
        assertEquals(soon.size(), late.size());
        RunningExperiment whole = run("whole", stream(3, 1, 1, true));
        assertEquals(late, told(whole, "learner"));
    }

    @Test
    void allTargetsHaveArrivedWhenATaskEnds() {
        String soon = ToyLab.folder(run("a", stream(0, 1, 1, true)), 0).end().orElseThrow().fingerprints().get("learner");
        String late = ToyLab.folder(run("b", stream(5, 1, 1, true)), 0).end().orElseThrow().fingerprints().get("learner");

        assertEquals(soon, late, "in the end the same batches were learned in the same order");
    }

    @Test
    void aTaskInTwoPhasesIsOneStream() {
        String twice = ToyLab.folder(run("two", stream(2, 1, 1, false)), 0).end().orElseThrow().fingerprints().get("learner");
        String again = ToyLab.folder(run("again", stream(0, 3, 1, false)), 0).end().orElseThrow().fingerprints().get("learner");

        assertEquals(twice, again);
    }

    @Test
    void aStreamThatIsInterruptedTellsTheSame() throws Exception {
        PluginEntry protocol = stream(2, 700, 4000, true);
        RunningExperiment whole = run("whole", protocol);
        ToyLab lab = new ToyLab(folder.resolve("stopped"), protocol);
        var often = lab.settings(1).saving(new Checkpoints(Duration.ofMillis(1), Duration.ZERO));
        RunningExperiment run = lab.start(lab.read(JSON), often);
        while (run.runs().get(0).fraction() < 0.3 && !run.runs().get(0).state().over()) {
            Thread.onSpinWait();
        }
        run.stop();
        ToyLab.ended(run);
        run = ToyLab.ended(lab.resume("stream", often));

        assertEquals(told(whole, "learner"), told(run, "learner"));
        assertEquals(ToyLab.folder(whole, 0).end().orElseThrow().fingerprints(), ToyLab.folder(run, 0).end().orElseThrow().fingerprints());
    }
}
