package org.thaw.metrics.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.tck.host.Found;

class AccuracyMatrixTest {
    private final Story twoTasks = new Story().tested("learner", 0, .1, .2).testedWithin("learner", 0, 50, .6).tested("learner", 1, .9, .3);

    @Test
    void emitsTheMatrixWithGapsWhereNothingWasMeasuredAndTheInitialRowApart() {
        Found found = twoTasks.toldTo(new AccuracyMatrix.Factory().create(new None()));
        assertArrayEquals(new double[][] {{.9, .3}, {Double.NaN, Double.NaN}}, found.matrices.get("learner accuracy-matrix"));
        assertArrayEquals(new double[][] {{.1, .2}}, found.matrices.get("learner accuracy-matrix/initial"));
    }

    @Test
    void withoutATestBeforeTheFirstTaskThereIsNoInitialRow() {
        Found found = new Story().tested("learner", 1, .9).toldTo(new AccuracyMatrix.Factory().create(new None()));
        assertFalse(found.matrices.containsKey("learner accuracy-matrix/initial"));
    }

    @Test
    void emitsALearningCurvePerTask() {
        Found found = twoTasks.toldTo(new AccuracyMatrix.Factory().create(new None()));
        assertArrayEquals(new double[][] {{0, 50, 100}, {.1, .6, .9}}, found.series.get("learner accuracy-matrix/task-0"));
        assertArrayEquals(new double[][] {{0, 100}, {.2, .3}}, found.series.get("learner accuracy-matrix/task-1"));
    }

    @Test
    void theMatrixAndTheCurvesEndWhereTheLearnerIsMadeAnew() {
        twoTasks.add(new Event.Renewed("learner", 100, 1, true)).tested("learner", 0, .15, .25).tested("learner", 1, .2, .95).tested("learner", 2, .7, .9);
        Found found = twoTasks.toldTo(new AccuracyMatrix.Factory().create(new None()));
        assertArrayEquals(new double[][] {{.9, .3}, {Double.NaN, Double.NaN}}, found.matrices.get("learner accuracy-matrix"));
        assertArrayEquals(new double[][] {{.1, .2}}, found.matrices.get("learner accuracy-matrix/initial"));
        assertArrayEquals(new double[][] {{0, 50, 100}, {.1, .6, .9}}, found.series.get("learner accuracy-matrix/task-0"));
    }

    @Test
    void timeGoesOnForATwinThatMeetsNoExamples() {
        twoTasks.forked("learner", 100, "learner/frozen@1").tested("learner", 2, .5, .8)
                .add(Story.test("learner/frozen@1", 100, 2, -1, 0, .85)).add(Story.test("learner/frozen@1", 100, 2, -1, 1, .3));
        Found found = twoTasks.toldTo(new AccuracyMatrix.Factory().create(new None()));
        assertArrayEquals(new double[][] {{0, 50, 100, 200}, {.1, .6, .9, .85}}, found.series.get("learner/frozen@1 accuracy-matrix/task-0"));
        assertArrayEquals(new double[][] {{.9, .3}, {.85, .3}}, found.matrices.get("learner/frozen@1 accuracy-matrix"));
        assertArrayEquals(new double[][] {{.9, .3}, {.5, .8}}, found.matrices.get("learner accuracy-matrix"));
    }
}
