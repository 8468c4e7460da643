package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Cue;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Outcomes;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Plan;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

class ForecastTest {
    private static final String BLOBS = "{\"protocol\": \"halves\", \"environment\": {\"plugin\": \"blobs\", \"each\": 10}, \"learner\": \"centroids\"}";

    @TempDir
    Path folder;

    private Forecast forecast(Scripted.Script script) {
        Protocol protocol = new Protocol() {
            @Override
            public List<Role> roles() {
                return List.of();
            }

            @Override
            public Iterable<Phase> plan(Planning planning) {
                return script.plan(planning);
            }
        };
        return Forecast.of(protocol, Rig.stage(folder, BLOBS));
    }

    private static boolean good(Outcomes outcomes) {
        return outcomes.score("test", "learner", "accuracy").orElse(0) > 0.5;
    }

    @Test
    void workIsTheExamplesOfAllPhases() {
        Forecast forecast = forecast(planning -> List.of(Rig.learn("learner", 0, 0, 1), Rig.test("test", "learner", 0, 0, 1), new Phase.Freeze("freeze", "learner"),
                new Phase.Learn("more", "learner", Rig.examples(1, Budget.iterations(5), 2), Cue.none())));

        // 20 examples learned, 20 tested, 5 batches of 8
        assertEquals(80, forecast.work());
        assertEquals(List.of("learn 0", "more"), forecast.tasks().stream().map(Phase::name).toList());
    }

    @Test
    void recordedAndFollowedLivesCountAsLivesAndEachUpdateOfAStudentAsAThousandSteps() {
        Phase.Learn live = new Phase.Learn("live", "learner", new Experience.Life(Role.ENVIRONMENT, 0, Budget.steps(70)), Cue.none());
        Forecast forecast = forecast(planning -> List.of(new Phase.Record(live, "tape"), new Phase.Renew("renew", "learner", 1, true),
                new Phase.Study("study", "student", List.of("tape"), Phase.Material.ALL, 3),
                new Phase.Learn("follow", "student", new Experience.Following(Role.ENVIRONMENT, 0, "tape", Budget.steps(5)), Cue.none())));

        assertEquals(70 + 3 * 1000 + 5, forecast.work());
    }

    @Test
    void aPlanWithAGateCannotBeForeseenBeyondIt() {
        Forecast forecast = forecast(planning -> Plan.of(Rig.learn("learner", 0, 0, 1), Rig.test("test", "learner", 0, 0, 1))
                .then(() -> good(planning.outcomes()) ? Plan.of(Rig.learn("learner", 1, 2)) : Plan.of(Rig.learn("learner", 2, 3))));

        assertEquals(-1, forecast.work());
        assertEquals(List.of("learn 0"), forecast.tasks().stream().map(Phase::name).toList());
    }

    @Test
    void aGateThatOpensNothingIsStillAGate() {
        assertEquals(-1, forecast(planning -> Plan.of(Rig.learn("learner", 0, 0, 1)).then(() -> good(planning.outcomes()) ? Plan.of(Rig.learn("learner", 1, 2)) : Plan.of())).work());
    }

    @Test
    void aPlanThatRepeatsItselfUntilAnOutcomeIsForeseenToItsFirstQuestion() {
        Forecast forecast = forecast(planning -> new Object() {
            Plan again() {
                return Plan.of(Rig.learn("learner", 0, 0)).then(() -> good(planning.outcomes()) ? Plan.of() : again());
            }
        }.again());
        assertEquals(-1, forecast.work());
        assertEquals(1, forecast.tasks().size());
    }

    @Test
    void aGateDecidesInTheRunByWhatWasMeasured() {
        var gated = Rig.supervised(planning -> Plan.of(Rig.learn("learner", 0, 0, 1), Rig.test("test", "learner", 0, 0, 1))
                .then(() -> good(planning.outcomes()) ? Plan.of(Rig.learn("learner", 1, 2)) : Plan.of(Rig.learn("learner", 2, 3))));
        var run = new ToyLab(folder, gated).run("{\"name\": \"gated\", \"protocol\": \"scripted\", \"environment\": \"blobs\", \"learner\": \"centroids\"}");

        var tasks = ToyLab.folder(run, 0).events().stream().filter(Event.TaskEnded.class::isInstance)
                .map(event -> ((Event.TaskEnded) event).task()).toList();
        assertEquals(List.of(0, 1), tasks, run.runs().toString());
    }
}
