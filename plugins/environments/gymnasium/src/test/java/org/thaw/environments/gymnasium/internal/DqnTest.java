package org.thaw.environments.gymnasium.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunStatus;

/** {@code dqn} learns through the run engine in an environment in a child process; stopped and gone on with, too. */
class DqnTest {
    private static final String EXPERIMENT = """
            {"name": "child", "protocol": {"plugin": "lifetime", "steps": %d, "evaluateEvery": %d, "evaluationEpisodes": 20},
             "environment": {"plugin": "gymnasium", "id": "%s", "python": "%s"}, "metrics": ["stop"],
             "learner": {"plugin": "dqn", "hidden": [32], "discount": 0.9, "optimiser": "adam", "rate": 0.003, "capacity": 2000, "replayStart": 200, "targetPeriod": 50,
                         "decaySteps": 1000, "finalEpsilon": 0.05, "evaluationEpsilon": 0}}""";

    @TempDir
    Path folder;

    private static String experiment(String id, String python, int steps) {
        return EXPERIMENT.formatted(steps, steps / 2, id, python);
    }

    private static List<Double> returns(RunStatus run) {
        return Engine.events(run).stream().filter(Event.Evaluated.class::isInstance).map(event -> ((Event.Evaluated) event).scores().get("return")).toList();
    }

    private static void assertDone(RunStatus run) {
        assertEquals("DONE ", run.state() + " " + run.message());
    }

    /** Each step pays half the place. Who always goes right falls off at 6 after some six steps, with about (1 + 2 + … + 6) / 2; who stays up there earns for 25 steps. */
    @Test
    void itLearnsToStayUpOnTheLine() throws Exception {
        RunStatus run = Engine.whole(folder, experiment("Walk-v0", Interpreter.standIn(), 2000));

        assertDone(run);
        List<Double> returns = returns(run);
        assertEquals(3, returns.size());
        assertTrue(returns.get(2) > 10.5 && returns.get(2) > returns.get(0), returns::toString);
    }

    @Test
    void stoppedAndGoneOnWithItEndsWithTheSameBits() throws Exception {
        assertResumed(experiment("Walk-v0", Interpreter.standIn(), 600));
    }

    private RunStatus assertResumed(String experiment) throws Exception {
        RunStatus whole = Engine.whole(folder.resolve("whole"), experiment);
        RunStatus resumed = Engine.interrupted(folder.resolve("interrupted"), experiment, 300);

        assertDone(whole);
        assertDone(resumed);
        assertEquals(Engine.events(whole), Engine.events(resumed));
        assertEquals(new RunFolder(whole.folder()).end().orElseThrow().fingerprints(), new RunFolder(resumed.folder()).end().orElseThrow().fingerprints());
        assertTrue(Engine.events(whole).stream().anyMatch(event -> event instanceof Event.Spent spent && spent.updates() > 0), "it learned");
        return resumed;
    }

    @Test
    void anEnvironmentThatDoesNotRepeatItselfIsRefusedWhenTheRunGoesOn() throws Exception {
        RunStatus run = Engine.interrupted(folder, experiment("Forgets-v0", Interpreter.standIn(), 600), 300);

        assertEquals(RunStatus.State.FAILED, run.state());
        assertTrue(run.message().contains("cannot be restored: after the "), run.message());
        assertTrue(run.message().contains("Expected an environment whose course depends on nothing but its seed"), run.message());
    }

    /** The pole stands for one reward a step, and for some steps whatever is done. */
    @Test
    @Tag("gymnasium")
    void itLivesInTheRealCartPoleAndIsGoneOnWith() throws Exception {
        List<Double> returns = returns(assertResumed(experiment("CartPole-v1", RealPython.installed(), 600)));

        assertTrue(returns.stream().allMatch(value -> value >= 7 && value <= 500), returns::toString);
    }
}
