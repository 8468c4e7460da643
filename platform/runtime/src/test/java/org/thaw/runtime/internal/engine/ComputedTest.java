package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Cue;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Reckoner;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

/** A run tells what learners compute that can say it. */
class ComputedTest {
    @TempDir
    Path folder;

    private RunningExperiment run(String student) {
        Phase.Learn life = new Phase.Learn("live", "learner", new Experience.Life(Role.ENVIRONMENT, 0, Budget.steps(50)), Cue.none());
        List<Phase> phases = List.of(new Phase.Record(life, "tape"), new Phase.Study("study", "student", List.of("tape"), Phase.Material.ALL, 4));
        ToyLab lab = new ToyLab(folder, Entries.of(new Reckoner.Factory()),
                Scripted.of(List.of(Role.learner(Agent.class), new Role("student", Actor.class), Role.environment(World.class)), planning -> phases));
        return lab.run("{\"name\": \"toy\", \"protocol\": \"scripted\", \"environment\": \"corridor\", \"learner\": \"walker\", \"roles\": {\"student\": " + student + "}}");
    }

    @Test
    void whatALearnerComputesIsToldBeforeWhatItSpent() {
        List<Event> events = ToyLab.folder(run("\"reckoner\""), 0).events();
        int spent = events.stream().filter(Event.Spent.class::isInstance).filter(event -> event.role().equals("student")).map(events::indexOf).findFirst().orElseThrow();
        assertEquals(new Event.Computed("student", 0, 0, 20, 300), events.get(spent - 1));
        assertEquals(1, events.stream().filter(Event.Computed.class::isInstance).count(), "the teacher does not say");
    }

    @Test
    void whoDoesNotKnowMustNotSayZero() {
        assertEquals("phase study student: learner reckoner@0.0.0 failed in flopsPerDecision: it returned 0; expected at least 1: a learner that cannot tell does not implement Costed",
                run("{\"plugin\": \"reckoner\", \"decision\": 0}").runs().get(0).message());
    }
}
