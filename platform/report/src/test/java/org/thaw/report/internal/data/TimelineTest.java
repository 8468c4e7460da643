package org.thaw.report.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunManifest;

class TimelineTest {
    private static final String TWIN = "learner/frozen@1";

    private static Event tested(String role, long step, int after, int on, double accuracy) {
        return new Event.Evaluated(role, step, "evaluate", after, -1, on, 10, Map.of("accuracy", accuracy));
    }

    private static Run run(Event... events) {
        RunManifest.Player protocol = new RunManifest.Player("p", "p", "1", "b", "s", "", new JsonObject());
        RunManifest manifest = new RunManifest(1, "e", "r", "c", 0, protocol, Map.of(), List.of(), new JsonObject(), 1, Map.of(), Map.of(), List.of(), Map.of(), Map.of());
        return new Run("r", manifest, Optional.empty(), RunFindings.empty(), List.of(events), List.of());
    }

    private static final Run TWO_TASKS = run(new Event.TaskBegan("learner", 0, 0), tested("learner", 100, 1, 0, 0.9), tested("learner", 100, 1, 1, 0.1), new Event.Forked("learner", 100, TWIN),
            new Event.TaskBegan("learner", 100, 1), tested("learner", 200, 2, 0, 0.5), tested("learner", 200, 2, 1, 0.7), tested(TWIN, 100, 2, 0, 0.9), tested(TWIN, 100, 2, 1, 0.1));

    @Test
    void timeGoesOnForATwinThatLearnsNothing() {
        Timeline twin = Timelines.of(TWO_TASKS).get(TWIN);
        assertEquals(100, twin.forkedAt());
        assertArrayEquals(new double[] {100, 200}, twin.byTask("accuracy").get(0).x());
    }

    @Test
    void aTwinThatWasNotSwappedCountsItsOwnSteps() {
        String copy = "learner/unswapped@100";
        Run run = run(tested("learner", 90, 1, 0, 0.9), new Event.Forked("learner", 100, copy), tested("learner", 300, 2, 0, 0.5), tested(copy, 200, 2, 0, 0.8), tested(copy, 300, 2, 0, 0.7));
        assertArrayEquals(new double[] {90, 200, 300}, Timelines.of(run).get(copy).byTask("accuracy").get(0).x());
    }

    @Test
    void rewardsOfManyStretchesAreTakenTogetherWithinATask() {
        Event[] few = {new Event.Earned("learner", 10, 0, 10, 5), new Event.Earned("learner", 20, 0, 10, 0)};
        assertArrayEquals(new double[] {0.5, 0}, Timelines.of(run(few)).get("learner").rewards().y());
        // 801 stretches of ten steps: three together, but the 401st begins another task
        Event[] many = IntStream.range(0, 801).mapToObj(i -> new Event.Earned("learner", 10 * (i + 1), i < 400 ? 0 : 1, 10, i % 3)).toArray(Event[]::new);
        Curve together = Timelines.of(run(many)).get("learner").rewards();
        assertArrayEquals(new double[] {30, 60, 90}, Arrays.copyOf(together.x(), 3));
        assertArrayEquals(new double[] {3990, 4000, 4030}, Arrays.copyOfRange(together.x(), 132, 135));
        assertArrayEquals(new double[] {0.1, 0, 0.1}, Arrays.copyOfRange(together.y(), 132, 135), 1e-12);
    }

    @Test
    void theOverallScoreIsOverTheTasksMetByThen() {
        assertArrayEquals(new double[] {0.9, 0.6}, Timelines.of(TWO_TASKS).get("learner").overall("accuracy").y(), 1e-12);
        assertArrayEquals(new double[] {0.9, 0.5}, Timelines.of(TWO_TASKS).get(TWIN).overall("accuracy").y(), 1e-12);
    }

    @Test
    void whatALearnerMadeAnewAndItsTwinsDoIsNotInIt() {
        Run run = run(new Event.Renewed("learner", 0, 1, true), tested("learner", 100, 1, 0, 0.9), new Event.Forked("learner", 100, TWIN), tested(TWIN, 100, 1, 0, 0.8), new Event.Renewed("learner", 100, 2, true),
                tested("learner", 200, 1, 0, 0.1), new Event.Forked("learner", 200, TWIN), tested(TWIN, 200, 1, 0, 0.2));
        assertArrayEquals(new double[][] {{0.9}}, Timelines.of(run).get("learner").matrix("accuracy"));
        assertEquals(100, Timelines.of(run).get(TWIN).forkedAt());
        assertArrayEquals(new double[] {0.8}, Timelines.of(run).get(TWIN).byTask("accuracy").get(0).y());
    }

    @Test
    void theMatrixHasARowAfterEachTask() {
        double[][] matrix = Timelines.of(TWO_TASKS).get("learner").matrix("accuracy");
        assertArrayEquals(new double[] {0.9, 0.1}, matrix[0]);
        assertArrayEquals(new double[] {0.5, 0.7}, matrix[1]);
    }
}
