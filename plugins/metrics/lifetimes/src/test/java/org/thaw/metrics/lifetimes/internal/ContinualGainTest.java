package org.thaw.metrics.lifetimes.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;

class ContinualGainTest {
    private static final String LIVE = "learner";
    private static final String TWIN = "learner/frozen@1";
    private static final Event FORK = new Event.Forked(LIVE, 100, TWIN);

    @Test
    void isTheMeanDistanceOfTheReturnsAfterTheFork() {
        Found found = found(Found.evaluated(LIVE, 0, 0, "return", -9), FORK, returns(LIVE, 200, 6), returns(TWIN, 200, 2), returns(LIVE, 400, 8), returns(TWIN, 400, 2));
        // differences 0, 4, 6 at 100, 200, 400: areas 100·2 and 200·5 over a length of 300
        assertEquals((200 + 1000) / 300.0, found.scalars.get(TWIN + " continual-gain"), 1e-12);
        assertArrayEquals(new double[][] {{200, 400}, {4, 6}}, found.series.get(TWIN + " continual-gain"));
    }

    @Test
    void equalsTheDifferenceOfTheTwoNormalisedAreas() {
        Found found = found(FORK, returns(LIVE, 100, 3), returns(TWIN, 100, 3), returns(LIVE, 300, 7), returns(TWIN, 300, 4));
        double live = 200 * (3 + 7) / 2.0 / 200;
        double frozen = 200 * (3 + 4) / 2.0 / 200;
        assertEquals(live - frozen, found.scalars.get(TWIN + " continual-gain"), 1e-12);
    }

    @Test
    void accuracyIsAveragedOverTheTasksThatTheLiveLearnerHasMet() {
        Found found = found(new Event.TaskBegan(LIVE, 0, 0), FORK, new Event.TaskBegan(LIVE, 100, 1),
                accuracy(LIVE, 200, 0, .5), accuracy(LIVE, 200, 1, .9), accuracy(LIVE, 200, 2, .7),
                accuracy(TWIN, 100, 0, .9), accuracy(TWIN, 100, 1, .1), accuracy(TWIN, 100, 2, 0));
        // differences −0.4 and 0.8 on the two tasks met: 0.2 on the mean, reached from 0
        assertEquals(.1, found.scalars.get(TWIN + " continual-gain"), 1e-12);
        assertArrayEquals(new double[][] {{200}, {.2}}, rounded(found.series.get(TWIN + " continual-gain")));
    }

    @Test
    void whatOnlyTheLiveLearnerWasTestedOnDoesNotCount() {
        Found found = found(FORK, returns(LIVE, 200, 6), Found.evaluated(LIVE, 200, 1, "return", -50), returns(TWIN, 200, 2), returns(LIVE, 400, 8),
                Found.evaluated(LIVE, 400, 1, "return", -50), returns(TWIN, 400, 2));
        assertArrayEquals(new double[][] {{200, 400}, {4, 6}}, found.series.get(TWIN + " continual-gain"));
    }

    @Test
    void anImitatorIsAnotherLearnerFromItsFirstStepOn() {
        String imitator = "learner/imitation-late@100";
        Found found = found(new Event.Forked(LIVE, 100, imitator), returns(LIVE, 200, 6), returns(imitator, 200, 2), returns(LIVE, 400, 8), returns(imitator, 400, 2),
                earned(LIVE, 200, 40), earned(imitator, 200, 20));
        // differences 4, 4, 6 at 100, 200, 400
        assertEquals((400 + 1000) / 300.0, found.scalars.get(imitator + " continual-gain"), 1e-12);
        assertArrayEquals(new double[][] {{200, 400}, {4, 6}}, found.series.get(imitator + " continual-gain"));
        assertEquals(0.2, found.scalars.get(imitator + " continual-gain/earned"), 1e-12);
        assertEquals(4, found(new Event.Forked(LIVE, 100, "learner/imitation@100"), returns(LIVE, 200, 6), returns("learner/imitation@100", 200, 2)).scalars
                .get("learner/imitation@100 continual-gain"), 1e-12);
    }

    @Test
    void anUnfrozenForkIsNoTwin() {
        assertTrue(found(new Event.Forked(LIVE, 100, "learner/unswapped"), returns(LIVE, 200, 6), returns("learner/unswapped", 200, 2)).scalars.isEmpty());
    }

    @Test
    void eachTwinHasItsOwnGainFromItsOwnFork() {
        Found found = found(FORK, returns(LIVE, 200, 4), returns(TWIN, 200, 2), new Event.Forked(LIVE, 200, "learner/frozen@2"),
                returns(LIVE, 300, 8), returns(TWIN, 300, 2), returns("learner/frozen@2", 300, 4));
        assertEquals((100 * 1 + 100 * 4) / 200.0, found.scalars.get(TWIN + " continual-gain"), 1e-12);
        assertEquals(2, found.scalars.get("learner/frozen@2 continual-gain"), 1e-12);
    }

    @Test
    void isUndefinedIfNothingWasEvaluatedAfterTheFork() {
        assertTrue(found(returns(LIVE, 100, 4), FORK).scalars.isEmpty());
        assertEquals(Double.NaN, found(FORK, returns(LIVE, 100, 4), returns(TWIN, 100, 4)).scalars.get(TWIN + " continual-gain"));
    }

    @Test
    void rewardsEarnedAreComparedPerStepOverTheStretchesThatBothLived() {
        Found found = found(FORK, earned(LIVE, 150, 30), earned(TWIN, 150, 99), earned(LIVE, 200, 40), earned(TWIN, 200, 20),
                earned(LIVE, 300, 60), earned(TWIN, 300, 20), earned(LIVE, 400, 1000));
        // the stretch up to 150 began before the fork; the one up to 400 the twin has not lived
        assertEquals(100 / 200.0 - 40 / 200.0, found.scalars.get(TWIN + " continual-gain/earned"), 1e-12);
    }

    @Test
    void endsWithTheLifetimeOfTheFork() {
        Found found = found(FORK, returns(LIVE, 200, 6), returns(TWIN, 200, 2), earned(LIVE, 200, 40), earned(TWIN, 200, 20),
                new Event.Renewed(LIVE, 200, 1, false), new Event.Renewed(TWIN, 200, 1, false), returns(LIVE, 300, 50), returns(TWIN, 300, 1), earned(LIVE, 300, 90), earned(TWIN, 300, 0));
        assertArrayEquals(new double[][] {{200}, {4}}, found.series.get(TWIN + " continual-gain"));
        assertEquals(.2, found.scalars.get(TWIN + " continual-gain/earned"), 1e-12);
    }

    @Test
    void aTwinInALaterLifetimeOfTheSameLearnerHasAGainToo() {
        String later = "learner/frozen@2";
        Found found = found(FORK, earned(LIVE, 200, 40), earned(TWIN, 200, 20), new Event.Renewed(LIVE, 200, 1, false), new Event.Renewed(TWIN, 200, 1, false),
                new Event.Forked(LIVE, 200, later), earned(LIVE, 300, 90), earned(TWIN, 300, 0), earned(later, 300, 60));
        assertEquals(.3, found.scalars.get(later + " continual-gain/earned"), 1e-12);
        assertEquals(.2, found.scalars.get(TWIN + " continual-gain/earned"), 1e-12);
    }

    @Test
    void theTwinOfALearnerMadeAnewDoesNotTakeTheNameOfAnEarlierOne() {
        Found found = found(FORK, earned(LIVE, 200, 40), earned(TWIN, 200, 20), new Event.Renewed(LIVE, 200, 1, true),
                new Event.Forked(LIVE, 300, TWIN), earned(LIVE, 400, 90), earned(TWIN, 400, 0));
        assertEquals(.2, found.scalars.get(TWIN + " continual-gain/earned"), 1e-12);
    }

    private static Found found(Event... events) {
        return Found.by(new ContinualGain.Factory().create(new None()), List.of(events));
    }

    private static Event returns(String role, long step, double value) {
        return Found.evaluated(role, step, 0, "return", value);
    }

    private static Event accuracy(String role, long step, int on, double value) {
        return Found.evaluated(role, step, on, "accuracy", value);
    }

    private static Event earned(String role, long step, double total) {
        return new Event.Earned(role, step, 0, 100, total);
    }

    private static double[][] rounded(double[][] series) {
        for (double[] row : series) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.rint(row[i] * 1e9) / 1e9;
            }
        }
        return series;
    }
}
