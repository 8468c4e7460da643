package org.thaw.metrics.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.tck.host.Found;

class MatrixMetricsTest {
    private static final double[][] THREE_TASKS = {
        {.1, .2, .3}, // b
        {.9, .3, .2},
        {.95, .8, .5},
        {.3, .7, .9}};
    private static final double[][] ONE_TASK = {{.1}, {.9}};
    private static final Map<String, MetricFactory<None>> ALL = Map.of(
            "average-accuracy", new AverageAccuracy.Factory(), "average-accuracy/diaz", new AverageAccuracyDiaz.Factory(),
            "backward-transfer", new BackwardTransfer.Factory(), "backward-transfer/diaz", new BackwardTransferDiaz.Factory(),
            "forward-transfer", new ForwardTransfer.Factory(), "forward-transfer/diaz", new ForwardTransferDiaz.Factory(),
            "forgetting", new Forgetting.Factory(), "average-incremental-accuracy", new AverageIncrementalAccuracy.Factory(),
            "learning-accuracy", new LearningAccuracy.Factory());

    @TestFactory
    Stream<DynamicTest> equalsTheHandWorkedNumberOfThreeTasks() {
        return expect(THREE_TASKS, Map.of(
                "average-accuracy", (.3 + .7 + .9) / 3,
                "backward-transfer", ((.3 - .9) + (.7 - .8)) / 2,
                "forward-transfer", ((.3 - .2) + (.5 - .3)) / 2,
                "average-accuracy/diaz", 4.55 / 6,
                "backward-transfer/diaz", (.05 - .6 - .1) / 3,
                "forward-transfer/diaz", (.3 + .2 + .5) / 3,
                "forgetting", (.65 + .1) / 2,
                "average-incremental-accuracy", (.9 + .875 + 1.9 / 3) / 3,
                "learning-accuracy", 2.6 / 3));
    }

    @TestFactory
    Stream<DynamicTest> ofASingleTaskOnlyAccuraciesAreDefined() {
        return expect(ONE_TASK, Map.of(
                "average-accuracy", .9,
                "backward-transfer", Double.NaN,
                "forward-transfer", Double.NaN,
                "average-accuracy/diaz", .9,
                "backward-transfer/diaz", Double.NaN,
                "forward-transfer/diaz", Double.NaN,
                "forgetting", Double.NaN,
                "average-incremental-accuracy", .9,
                "learning-accuracy", .9));
    }

    @TestFactory
    Stream<DynamicTest> whatNeedsTheLastRowIsUndefinedWhileItIsMissing() {
        double[][] unfinished = {THREE_TASKS[0], THREE_TASKS[1], THREE_TASKS[2]};
        return expect(unfinished, Map.of(
                "average-accuracy", Double.NaN,
                "backward-transfer", Double.NaN,
                "forward-transfer", .15, // its last term, R[2, 3] − b_3, is there
                "average-accuracy/diaz", Double.NaN,
                "backward-transfer/diaz", Double.NaN,
                "forward-transfer/diaz", 1 / 3.0,
                "forgetting", Double.NaN,
                "average-incremental-accuracy", Double.NaN,
                "learning-accuracy", Double.NaN));
    }

    @TestFactory
    Stream<DynamicTest> aScoreThatIsNoNumberMakesWhatNeedsItUndefined() {
        double[][] broken = {{.1, .2}, {Double.NaN, .3}, {.5, .9}};
        return expect(broken, Map.of(
                "average-accuracy", .7,
                "backward-transfer", Double.NaN,
                "forward-transfer", .1,
                "forgetting", Double.NaN,
                "learning-accuracy", Double.NaN));
    }

    private static Stream<DynamicTest> expect(double[][] rows, Map<String, Double> expected) {
        return expected.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(),
                () -> assertEquals(e.getValue(), Story.of(rows).toldTo(metric(e.getKey())).scalars.get("learner " + e.getKey()), 1e-12)));
    }

    @Test
    void forgettingIsASeriesOverTasksToo() {
        double[][] curve = Story.of(THREE_TASKS).toldTo(metric("forgetting")).series.get("learner forgetting");
        assertArrayEquals(new double[] {2, 3}, curve[0]);
        assertArrayEquals(new double[] {-.05, .375}, curve[1], 1e-12);
    }

    @Test
    void forgettingOfASingleTaskHasNoSeries() {
        assertTrue(Story.of(ONE_TASK).toldTo(metric("forgetting")).series.isEmpty());
    }

    @Test
    void forwardTransferIsUndefinedWithoutATestBeforeTheFirstTask() {
        Story story = new Story().tested("learner", 1, .9, .3).tested("learner", 2, .5, .8);
        Found found = story.toldTo(metric("forward-transfer"));
        assertEquals(Double.NaN, found.scalars.get("learner forward-transfer"));
    }

    @Test
    void testsWithinATaskDoNotEnterTheMatrix() {
        Story story = Story.of(THREE_TASKS).testedWithin("learner", 2, 250, 0, 0, 0);
        assertEquals(1.9 / 3, story.toldTo(metric("average-accuracy")).scalars.get("learner average-accuracy"), 1e-12);
    }

    @Test
    void aTwinHasTheRowsOfItsOriginalUpToTheForkAndItsOwnAfterIt() {
        Story story = new Story().tested("learner", 0, .1, .1).tested("learner", 1, .9, .3).forked("learner", 100, "learner/frozen@1")
                .tested("learner", 2, .5, .8).tested("learner/frozen@1", 2, .9, .2);
        Found found = story.toldTo(metric("backward-transfer"));
        assertEquals(-.4, found.scalars.get("learner backward-transfer"), 1e-12);
        assertEquals(0, found.scalars.get("learner/frozen@1 backward-transfer"), 1e-12);
        assertEquals(.2, story.toldTo(metric("forward-transfer")).scalars.get("learner/frozen@1 forward-transfer"), 1e-12);
        assertEquals(.55, story.toldTo(metric("learning-accuracy")).scalars.get("learner/frozen@1 learning-accuracy"), 1e-12);
    }

    @Test
    void aLearnerMadeAnewFillsNoRows() {
        Story story = new Story().tested("learner", 0, .1, .1).tested("learner", 1, .9, .3).tested("learner", 2, .5, .8).add(new Event.Renewed("learner", 200, 1, true))
                .tested("learner", 0, .2, .2).tested("learner", 1, .2, .9).forked("learner", 300, "learner/frozen@1").tested("learner/frozen@1", 2, .2, .9);
        Found found = story.toldTo(metric("backward-transfer"));
        assertEquals(Map.of("learner backward-transfer", .5 - .9), found.scalars);
        assertEquals(.65, story.toldTo(metric("average-accuracy")).scalars.get("learner average-accuracy"), 1e-12);
    }

    @Test
    void learnersThatAreNotTestedForAccuracyAreNotMentioned() {
        Event returns = new Event.Evaluated("agent", 0, "evaluate", 0, -1, 0, 10, Map.of("return", 3.0));
        ALL.keySet().forEach(id -> assertTrue(new Story().add(returns).toldTo(metric(id)).scalars.isEmpty(), id));
    }

    @Test
    void reportingTwiceSaysTheSame() {
        Metric metric = metric("forgetting");
        Found once = Story.of(THREE_TASKS).toldTo(metric);
        assertEquals(once.scalars, Found.by(metric).scalars);
        assertFalse(once.scalars.isEmpty());
    }

    private static Metric metric(String id) {
        return ALL.get(id).create(new None());
    }
}
