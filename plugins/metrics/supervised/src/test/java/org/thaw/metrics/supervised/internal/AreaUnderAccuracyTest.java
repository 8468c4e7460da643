package org.thaw.metrics.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.tck.host.Found;

class AreaUnderAccuracyTest {
    private static final Story STORY = new Story().tested("learner", 0, .1, .1)
            .testedWithin("learner", 0, 40, .5).tested("learner", 1, .9, .3).testedWithin("learner", 1, 150, .8, .2).tested("learner", 2, .6, .8);

    @Test
    void itIsTheMeanOfTheCurveOverTheExamplesMet() {
        Found found = STORY.toldTo(new AreaUnderAccuracyMet.Factory().create(new None()));
        assertArrayEquals(new double[] {40, 100, 150, 200}, found.series.get("learner area-under-accuracy")[0]);
        assertArrayEquals(new double[] {.5, .9, .5, .7}, found.series.get("learner area-under-accuracy")[1], 1e-12);
        assertEquals((60 * .7 + 50 * .7 + 50 * .6) / 160, found.scalars.get("learner area-under-accuracy"), 1e-12);
        assertEquals(.7, found.scalars.get("learner area-under-accuracy/final"), 1e-12);
    }

    @Test
    void withoutBoundariesAllTasksCount() {
        Story story = new Story().testedWithin("learner", 0, 10, .2, .4).testedWithin("learner", 0, 20, .6, .4);
        assertEquals(.4, story.toldTo(new AreaUnderAccuracyAll.Factory().create(new None())).scalars.get("learner area-under-accuracy/all"), 1e-12);
        assertEquals(.4, story.toldTo(new AreaUnderAccuracyMet.Factory().create(new None())).scalars.get("learner area-under-accuracy"), 1e-12);
        assertEquals(.5, story.toldTo(new AreaUnderAccuracyAll.Factory().create(new None())).scalars.get("learner area-under-accuracy/all/final"), 1e-12);
    }

    @Test
    void theAreaEndsWhereTheLearnerIsMadeAnew() {
        Story story = new Story().tested("learner", 1, .8).testedWithin("learner", 1, 150, .6).add(new Event.Renewed("learner", 150, 1, true)).tested("learner", 2, 0);
        Found found = story.toldTo(new AreaUnderAccuracyMet.Factory().create(new None()));
        assertEquals(.7, found.scalars.get("learner area-under-accuracy"), 1e-12);
        assertEquals(.6, found.scalars.get("learner area-under-accuracy/final"), 1e-12);
    }

    @Test
    void oneMomentMakesNoArea() {
        Found found = new Story().tested("learner", 1, .9).toldTo(new AreaUnderAccuracyMet.Factory().create(new None()));
        assertEquals(Double.NaN, found.scalars.get("learner area-under-accuracy"));
    }
}
