package org.thaw.metrics.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Metric;
import org.thaw.tck.host.Found;

/** Three tasks, tested twice within each and after it. Task 1 falls to .3 when task 2 begins and recovers to .8: the stability gap. */
class StabilityGapTest {
    private static final Story GAP = new Story()
            .tested("learner", 0, .1, .1, .1)
            .testedWithin("learner", 0, 30, .5).testedWithin("learner", 0, 60, .7).tested("learner", 1, .9, .2, .1)
            .testedWithin("learner", 1, 130, .3, .4).testedWithin("learner", 1, 160, .6, .6).tested("learner", 2, .8, .9, .05)
            .testedWithin("learner", 2, 230, .5, .6, .3).testedWithin("learner", 2, 260, .7, .5, .6).tested("learner", 3, .6, .7, .8);

    @Test
    void minAccuracyIsTheWorstMomentOfEachEarlierTaskSinceItWasLearned() {
        assertEquals((.3 + .5) / 2, value(GAP, new MinAccuracy.Factory().create(new None()), "learner min-accuracy"), 1e-12);
    }

    @Test
    void worstCaseAccuracyWeighsTheLastTaskAgainstAllBefore() {
        assertEquals(.8 / 3 + 2 / 3.0 * .4, value(GAP, new WorstCaseAccuracy.Factory().create(new None()), "learner worst-case-accuracy"), 1e-12);
    }

    @Test
    void windowedForgettingIsTheLargestDropInsideAWindow() {
        // task 1 drops by .6 from .9 to .3, task 2 by .4 from .9 over .6 to .5, task 3 never
        assertEquals((.6 + .4 + 0) / 3, value(GAP, new WindowedForgetting.Factory().create(new Windowed(3)), "learner windowed-forgetting"), 1e-12);
        assertEquals((.6 + .3 + 0) / 3, value(GAP, new WindowedForgetting.Factory().create(new Windowed(2)), "learner windowed-forgetting"), 1e-12);
    }

    @Test
    void windowedPlasticityIsTheLargestRise() {
        // two in a row: task 1 from .3 to .6, task 2 from .6 to .9, task 3 from .3 to .6; with three: .3 to .8, .4 to .9, .3 to .8
        assertEquals(.3, value(GAP, new WindowedPlasticity.Factory().create(new Windowed(2)), "learner windowed-plasticity"), 1e-12);
        assertEquals(.5, value(GAP, new WindowedPlasticity.Factory().create(new Windowed(3)), "learner windowed-plasticity"), 1e-12);
    }

    @Test
    void testsBeforeATaskBeganDoNotCount() {
        Story story = new Story().tested("learner", 0, .1, .9).tested("learner", 1, .9, .0).testedWithin("learner", 1, 150, .8, .4).tested("learner", 2, .7, .6);
        assertEquals((.1 + 0) / 2, value(story, new WindowedForgetting.Factory().create(new Windowed(2)), "learner windowed-forgetting"), 1e-12);
    }

    @Test
    void aSingleTaskHasNoEarlierOnes() {
        Story story = new Story().tested("learner", 1, .9);
        assertEquals(Double.NaN, value(story, new MinAccuracy.Factory().create(new None()), "learner min-accuracy"));
        assertEquals(.9, value(story, new WorstCaseAccuracy.Factory().create(new None()), "learner worst-case-accuracy"), 1e-12);
        assertEquals(Double.NaN, value(story, new WindowedForgetting.Factory().create(new Windowed(2)), "learner windowed-forgetting"));
    }

    @Test
    void aTwinHasItsOriginalsTestsUpToTheFork() {
        Story story = new Story().tested("learner", 1, .9, .2).forked("learner", 100, "learner/frozen@1")
                .testedWithin("learner", 1, 150, .3, .4).testedWithin("learner/frozen@1", 1, 150, .9, .2).tested("learner", 2, .8, .9).tested("learner/frozen@1", 2, .9, .2);
        Found found = story.toldTo(new MinAccuracy.Factory().create(new None()));
        assertEquals(.3, found.scalars.get("learner min-accuracy"), 1e-12);
        assertEquals(.9, found.scalars.get("learner/frozen@1 min-accuracy"), 1e-12);
    }

    @Test
    void testsOfALearnerMadeAnewDoNotCount() {
        Story story = new Story().tested("learner", 1, .9, .2).tested("learner", 2, .8, .9).add(new Event.Renewed("learner", 200, 1, true))
                .tested("learner", 1, .7, .1).tested("learner", 2, .1, .7);
        assertEquals(.8, value(story, new MinAccuracy.Factory().create(new None()), "learner min-accuracy"), 1e-12);
    }

    @Test
    void aRoleThatLearnedNothingIsPassedOver() {
        assertTrue(new Story().tested("learner", 0, .1).toldTo(new MinAccuracy.Factory().create(new None())).scalars.isEmpty());
    }

    private static double value(Story story, Metric metric, String name) {
        return story.toldTo(metric).scalars.get(name);
    }
}
