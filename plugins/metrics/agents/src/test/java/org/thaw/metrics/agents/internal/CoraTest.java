package org.thaw.metrics.agents.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.RunView;
import org.thaw.tck.host.Found;
import org.thaw.tck.host.MemoryRun;

class CoraTest {
    /** Two tasks: the first goes 0, 4, 1, the second 1, 2, 5. */
    private static final RunView ONE = run("one", 0, new double[] {0, 1}, new double[] {4, 2}, new double[] {1, 5});

    @Test
    void forgettingAndTransferAreChangesOverTheTrainingOnAnotherTask() {
        Found found = found(1, ONE);
        assertEquals((4 - 1) / 4.0, found.scalars.get("one cora/forgetting"));
        assertEquals((2 - 1) / 5.0, found.scalars.get("one cora/transfer"));
        assertEquals((1 / 4.0 + 1) / 2, found.scalars.get("one cora/continual"));
        assertArrayEquals(new double[] {Double.NaN, .75}, found.matrices.get("one cora/forgetting")[0]);
        assertArrayEquals(new double[] {.2, Double.NaN}, found.matrices.get("one cora/transfer")[1]);
        assertArrayEquals(new double[][] {{0, 100, 200}, {0, 1, .25}}, found.series.get("one cora/continual/0"));
    }

    @Test
    void theGreatestReturnIsThatOfAllRuns() {
        Found found = found(1, ONE, run("two", 0, new double[] {-8, 0}, new double[] {0, 0}, new double[] {0, 0}));
        assertEquals((4 - 1) / 8.0, found.scalars.get("one cora/forgetting"));
        assertEquals(0, found.scalars.get("two cora/forgetting"));
    }

    @Test
    void runsAreAveragedWithTheStandardErrorOfTheMean() {
        Found found = found(1, ONE, run("one", 1, new double[] {0, 1}, new double[] {4, 2}, new double[] {3, 5}));
        assertEquals((.75 + .25) / 2, found.scalars.get("one cora/forgetting"));
        // s = .5/√2, over √2
        assertEquals(.25, found.scalars.get("one cora/forgetting/error"), 1e-12);
    }

    @Test
    void returnsAreRollingMeansOfTheLatestEvaluations() {
        // the first task: 0, 2, 5/3 with room for three; so F = (2 − 5/3)/2
        Found found = found(20, ONE);
        assertEquals((2 - 5 / 3.0) / 2, found.scalars.get("one cora/forgetting"), 1e-12);
        // the second: 1, 3/2, 8/3
        assertEquals(.5 / (8 / 3.0), found.scalars.get("one cora/transfer"), 1e-12);
    }

    @Test
    void forgettingIsAveragedOverCyclesAndTransferIsThatOfTheFirst() {
        MemoryRun run = new MemoryRun("one", "worlds", 0, new Tale("learner").test(0, 0).begin(0).live(1).end().test(4, 1).begin(1).live(1).end().test(2, 10)
                .begin(0).live(1).end().test(4, 2).begin(1).live(1).end().test(3, 10).events());
        Found found = found(1, run);
        assertEquals((2 + 1) / 2.0 / 4, found.scalars.get("one cora/forgetting"));
        assertEquals(.1, found.scalars.get("one cora/transfer"));
    }

    private static RunView run(String learner, long seed, double[] before, double[] between, double[] after) {
        return new MemoryRun(learner, "worlds", seed, new Tale("learner").test(before).begin(0).live(100).end().test(between).begin(1).live(100).end().test(after).events());
    }

    private static Found found(int window, RunView... runs) {
        return Found.by(new Cora.Factory().create(new Cora.Config("return", window)), List.of(runs));
    }
}
