package org.thaw.metrics.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;

class AnytimeAccuracyTest {
    @Test
    void averagesOverTheEvaluationsWithinAndAtTheEndOfEachTask() {
        Story story = new Story().tested("learner", 0, .1, .1)
                .testedWithin("learner", 0, 50, .4).tested("learner", 1, .9, .3)
                .testedWithin("learner", 1, 150, .8, .2).tested("learner", 2, .6, .8);
        assertEquals((.4 + .9 + .5 + .7) / 4, value(story, "learner"), 1e-12);
    }

    @Test
    void withoutEvaluationsWithinTasksItIsTheAverageIncrementalAccuracy() {
        Story story = Story.of(new double[][] {{.1, .1}, {.9, .3}, {.6, .8}});
        assertEquals((.9 + .7) / 2, value(story, "learner"), 1e-12);
    }

    @Test
    void isUndefinedWhereAnEvaluationLeftATaskOut() {
        Story story = new Story().tested("learner", 1, .9, .3).testedWithin("learner", 1, 150, .8).tested("learner", 2, .6, .8);
        assertEquals(Double.NaN, value(story, "learner"));
    }

    @Test
    void aTwinHasItsOriginalsEvaluationsUpToTheFork() {
        Story story = new Story().testedWithin("learner", 0, 50, .4).tested("learner", 1, .9, .3).forked("learner", 100, "learner/frozen@1")
                .tested("learner", 2, .6, .8).tested("learner/frozen@1", 2, .9, .1);
        assertEquals((.4 + .9 + .7) / 3, value(story, "learner"), 1e-12);
        assertEquals((.4 + .9 + .5) / 3, value(story, "learner/frozen@1"), 1e-12);
    }

    @Test
    void evaluationsOfALearnerMadeAnewDoNotCount() {
        Story story = new Story().tested("learner", 1, .9, .3).tested("learner", 2, .6, .8).add(new Event.Renewed("learner", 200, 1, true))
                .tested("learner", 1, .1, .1).tested("learner", 2, .1, .1);
        assertEquals((.9 + .7) / 2, value(story, "learner"), 1e-12);
    }

    private static double value(Story story, String role) {
        return story.toldTo(new AnytimeAccuracy.Factory().create(new None())).scalars.get(role + " anytime-accuracy");
    }
}
