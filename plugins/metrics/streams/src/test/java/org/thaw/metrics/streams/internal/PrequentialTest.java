package org.thaw.metrics.streams.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.tck.host.Found;

class PrequentialTest {
    /** Right: 1 0 1 1, then 0 1. */
    private static final Answers SIX = new Answers().on(0, "0101", "0001").on(1, "11", "01");

    @Test
    void cumulativeAccuracyNeverForgets() {
        Found found = SIX.toldTo(new PrequentialAccuracy.Factory().create(new None()));
        assertEquals(4 / 6.0, found.scalars.get("learner prequential-accuracy"), 1e-12);
        assertArrayEquals(new double[][] {{4, 6}, {3 / 4.0, 4 / 6.0}}, found.series.get("learner prequential-accuracy"));
    }

    @Test
    void cumulativeAccuracyNeedsNoPredictions() {
        Found found = new Answers().scored(30, "accuracy", 0.5).scored(10, "accuracy", 0.9).toldTo(new PrequentialAccuracy.Factory().create(new None()));
        assertEquals(0.6, found.scalars.get("learner prequential-accuracy"), 1e-12);
    }

    @Test
    void windowedAccuracyIsThatOfTheLatestExamplesAcrossStretches() {
        Found found = SIX.toldTo(new PrequentialAccuracyWindowed.Factory().create(new Window(3)));
        assertEquals(2 / 3.0, found.scalars.get("learner prequential-accuracy/windowed"), 1e-12);
        assertArrayEquals(new double[] {2 / 3.0, 2 / 3.0}, found.series.get("learner prequential-accuracy/windowed")[1], 1e-12);
        assertEquals(0.5, SIX.toldTo(new PrequentialAccuracyWindowed.Factory().create(new Window(2))).scalars.get("learner prequential-accuracy/windowed"), 1e-12);
    }

    @Test
    void fadingAccuracyWeighsTheLatestMost() {
        Found found = new Answers().on(0, "111", "101").toldTo(new PrequentialAccuracyFading.Factory().create(new PrequentialAccuracyFading.Config(0.5)));
        // (¼ + 0 + 1)/(¼ + ½ + 1)
        assertEquals(1.25 / 1.75, found.scalars.get("learner prequential-accuracy/fading"), 1e-12);
    }

    @Test
    void whatNeedsPredictionsIsNotReportedWithoutThem() {
        Answers scores = new Answers().scored(30, "accuracy", 0.5);
        assertTrue(scores.toldTo(new PrequentialAccuracyFading.Factory().create(new PrequentialAccuracyFading.Config(0.5))).scalars.isEmpty());
        assertTrue(scores.toldTo(new Kappa.Factory().create(new Window(10))).scalars.isEmpty());
    }

    @Test
    void aTwinHasItsOriginalsAnswersUpToTheFork() {
        Found found = new Answers().on(0, "11", "11").forked("learner/frozen@1").on(0, "11", "11").by("learner/frozen@1", 0, "11", "00")
                .toldTo(new PrequentialAccuracy.Factory().create(new None()));
        assertEquals(1, found.scalars.get("learner prequential-accuracy"));
        assertEquals(0.5, found.scalars.get("learner/frozen@1 prequential-accuracy"));
    }

    @Test
    void answersOfALearnerMadeAnewDoNotCount() {
        Answers two = new Answers().on(0, "0101", "0001").forked("learner/frozen@1").renewed().on(0, "1111", "0000").forked("learner/frozen@1").by("learner/frozen@1", 0, "1111", "0000");
        Found found = two.toldTo(new PrequentialAccuracy.Factory().create(new None()));
        assertArrayEquals(new double[][] {{4}, {.75}}, found.series.get("learner prequential-accuracy"));
        assertArrayEquals(new double[][] {{4}, {.75}}, found.series.get("learner/frozen@1 prequential-accuracy"));
        assertEquals(.75, two.toldTo(new OnlineAccuracy.Factory().create(new None())).scalars.get("learner online-accuracy"));
        Found errors = new Answers().scored(20, "mean-squared-error", 4).renewed().scored(20, "mean-squared-error", 2).toldTo(new OnlineError.Factory().create(new OnlineError.Config(0.4)));
        assertEquals(4, errors.scalars.get("learner online-error"));
    }

    @Test
    void onlineAccuracyIsCountedTaskByTask() {
        Found found = new Answers().on(0, "0101", "0101").on(1, "11", "01").on(1, "0000", "0000").toldTo(new OnlineAccuracy.Factory().create(new None()));
        assertEquals((1 + 5 / 6.0) / 2, found.scalars.get("learner online-accuracy"), 1e-12);
        assertEquals(5 / 6.0, found.scalars.get("learner online-accuracy/last"), 1e-12);
        assertArrayEquals(new double[] {0, 1}, found.series.get("learner online-accuracy")[0]);
    }

    @Test
    void onlineErrorTellsTheFirstBinAndTheEnd() {
        Answers bins = new Answers().scored(20, "mean-squared-error", 4).scored(20, "mean-squared-error", 2).scored(20, "mean-squared-error", 3)
                .scored(20, "mean-squared-error", 1).scored(20, "mean-squared-error", 2);
        Found found = bins.toldTo(new OnlineError.Factory().create(new OnlineError.Config(0.4)));
        assertEquals(2.4, found.scalars.get("learner online-error"), 1e-12);
        assertEquals(4, found.scalars.get("learner online-error/first"));
        assertEquals(1.5, found.scalars.get("learner online-error/last"), 1e-12);
        assertArrayEquals(new double[] {20, 40, 60, 80, 100}, found.series.get("learner online-error")[0]);
    }
}
