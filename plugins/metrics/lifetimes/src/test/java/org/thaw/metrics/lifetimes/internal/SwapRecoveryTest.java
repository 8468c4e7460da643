package org.thaw.metrics.lifetimes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;

class SwapRecoveryTest {
    private static final String LIVE = "learner";
    private static final String TWIN = "learner/unswapped@100";
    private static final Event FORK = new Event.Forked(LIVE, 100, TWIN);
    private static final Event SWAP = swap(100);

    @Test
    void stepsRunFromTheSwapToTheFirstEvaluationThatIsBackAtTheLevel() {
        Found found = found(accuracy(LIVE, 50, .9), accuracy(LIVE, 100, .6), SWAP, accuracy(LIVE, 150, .2), accuracy(LIVE, 200, .5), accuracy(LIVE, 250, .6), accuracy(LIVE, 300, .1));
        assertEquals(150, steps(found));
    }

    @Test
    void aScoreThatDidNotFallTakesNoSteps() {
        assertEquals(0, steps(found(accuracy(LIVE, 100, .6), SWAP, accuracy(LIVE, 150, .6), accuracy(LIVE, 200, .1))));
    }

    @Test
    void anEvaluationAtTheStepOfTheSwapCountsForTheLearnerItTested() {
        Found found = found(accuracy(LIVE, 100, .6), SWAP, accuracy(LIVE, 100, .3), accuracy(LIVE, 170, .7));
        assertEquals(70, steps(found));
    }

    @Test
    void accuracyIsAveragedOverTheTasksMet() {
        // before: (.8 + .4) / 2 = .6, the third task is not met; after: (.9 + .2) / 2 = .55, then (.9 + .3) / 2 = .6
        Found found = found(test(100, 1, 0, .8), test(100, 1, 1, .4), test(100, 1, 2, .99), SWAP,
                test(150, 1, 0, .9), test(150, 1, 1, .2), test(150, 1, 2, .99), test(180, 1, 0, .9), test(180, 1, 1, .3));
        assertEquals(80, steps(found));
    }

    @Test
    void tasksMetAfterTheSwapDoNotPutItsRecoveryOffButCountInTheEnd() {
        Found found = found(test(100, 0, 0, .9), FORK, SWAP, test(150, 0, 0, .8), test(200, 1, 0, .9), test(200, 1, 1, .1),
                new Event.Evaluated(TWIN, 200, "evaluate", 1, 1, 0, 10, Map.of("accuracy", .2)), new Event.Evaluated(TWIN, 200, "evaluate", 1, 1, 1, 10, Map.of("accuracy", .6)));
        assertEquals(100, steps(found));
        assertEquals(.5 - .4, gain(found), 1e-12);
    }

    @Test
    void anEvaluationThatLeavesOutATaskOfTheLevelSaysNothingOfRecovery() {
        Found found = found(test(100, 1, 0, .5), test(100, 1, 1, .5), SWAP, test(150, 1, 1, .9), test(200, 1, 0, .5), test(200, 1, 1, .6));
        assertEquals(0, steps(found));
    }

    @Test
    void isUndefinedIfTheScoreDoesNotComeBackOrWasNeverKnown() {
        assertEquals(Double.NaN, steps(found(accuracy(LIVE, 100, .6), SWAP, accuracy(LIVE, 150, .5))));
        assertEquals(Double.NaN, steps(found(accuracy(LIVE, 100, .6), SWAP)));
        assertEquals(Double.NaN, steps(found(SWAP, accuracy(LIVE, 150, .5))));
        assertEquals(Double.NaN, steps(found(SWAP)));
    }

    @Test
    void theGainIsTheFinalScoreLessThatOfTheUnswappedTwin() {
        Found found = found(accuracy(LIVE, 100, .6), FORK, SWAP, accuracy(LIVE, 150, .2), accuracy(TWIN, 150, .7), accuracy(LIVE, 200, .9), accuracy(TWIN, 200, .65));
        assertEquals(.25, gain(found), 1e-12);
        assertEquals(Set.of("learner swap-recovery/steps", "learner swap-recovery/gain"), found.scalars.keySet());
    }

    @Test
    void withoutATwinOrWithoutAScoreSinceThereIsNoGain() {
        assertEquals(Double.NaN, gain(found(accuracy(LIVE, 100, .6), SWAP, accuracy(LIVE, 150, .7))));
        assertEquals(Double.NaN, gain(found(accuracy(LIVE, 100, .6), FORK, SWAP)));
        assertEquals(Double.NaN, gain(found(accuracy(LIVE, 100, .6), FORK, SWAP, accuracy(LIVE, 150, .7))));
    }

    @Test
    void aTwinOfAnEarlierSwapOrAFrozenOneIsNotTheSwapsTwin() {
        assertEquals(Double.NaN, gain(found(FORK, accuracy(LIVE, 150, .6), accuracy(TWIN, 150, .6), swap(200), accuracy(LIVE, 250, .7), accuracy(TWIN, 250, .6))));
        assertEquals(Double.NaN, gain(found(new Event.Forked(LIVE, 100, "learner/frozen@1"), SWAP, accuracy(LIVE, 150, .7), accuracy("learner/frozen@1", 150, .6))));
    }

    @Test
    void eachOfSeveralSwapsHasItsOwnNumbersNamedByItsStep() {
        Found found = found(accuracy(LIVE, 100, .6), FORK, SWAP, accuracy(LIVE, 150, .5), accuracy(TWIN, 150, .7), swap(150), accuracy(LIVE, 200, .55),
                accuracy(TWIN, 200, .7), accuracy(LIVE, 300, .8), accuracy(TWIN, 300, .75));
        assertEquals(200, found.scalars.get("learner swap-recovery/steps@100"));
        assertEquals(.05, found.scalars.get("learner swap-recovery/gain@100"), 1e-12);
        assertEquals(0, found.scalars.get("learner swap-recovery/steps@150"));
        assertEquals(Double.NaN, found.scalars.get("learner swap-recovery/gain@150"));
        assertEquals(4, found.scalars.size());
    }

    @Test
    void swapsAtOneStepWithNothingBetweenThemAreOne() {
        Found found = found(accuracy(LIVE, 100, .6), FORK, SWAP, SWAP, accuracy(LIVE, 150, .5), accuracy(TWIN, 150, .4), accuracy(LIVE, 160, .6), accuracy(TWIN, 160, .4));
        assertEquals(60, steps(found));
        assertEquals(.2, gain(found), 1e-12);
    }

    @Test
    void whatActsIsBackWhenAsManyEpisodesAsBeforeReturnAsMuch() {
        // level (1 + 3) / 2 = 2 of two episodes; after: 0 and 3 are 1.5, 3 and 1 are 2
        Found found = found(ended(LIVE, 40, 1), ended(LIVE, 90, 3), SWAP, ended(LIVE, 120, 0), ended(LIVE, 140, 3), ended(LIVE, 170, 1));
        assertEquals(70, steps(found));
    }

    @Test
    void theLevelIsTheMeanOfTheLatestTwentyEpisodes() {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            events.add(ended(LIVE, i, i <= 10 ? 1000 : 5));
        }
        events.add(swap(30));
        for (int i = 1; i <= 19; i++) {
            events.add(ended(LIVE, 30 + i, 5));
        }
        assertEquals(Double.NaN, steps(found(events)), "nineteen episodes are too few to tell");
        events.add(ended(LIVE, 50, 5));
        assertEquals(0, steps(found(events)));
    }

    @Test
    void episodesLivedCountBeforeEvaluationsAndTheTwinsToo() {
        Found found = found(evaluated(LIVE, 100, 9), ended(LIVE, 100, 4), FORK, SWAP, ended(LIVE, 150, 3), ended(TWIN, 150, 4), ended(LIVE, 200, 6), ended(TWIN, 210, 5),
                evaluated(LIVE, 300, 1), evaluated(TWIN, 300, 9));
        assertEquals(100, steps(found));
        assertEquals((3 + 6) / 2.0 - (4 + 5) / 2.0, gain(found), 1e-12);
    }

    @Test
    void livesWithoutEpisodesAreToldByTheirRewardsPerStepOnEitherSideOfTheSwap() {
        // the stretch up to 200 was begun by the old learner and ended by the new one
        Found found = found(earned(LIVE, 100, 50), new Event.Forked(LIVE, 150, "learner/unswapped@150"), swap(150), earned(LIVE, 200, 99), earned("learner/unswapped@150", 200, 99),
                earned(LIVE, 300, 20), earned("learner/unswapped@150", 300, 40), earned(LIVE, 400, 60), earned("learner/unswapped@150", 400, 20));
        assertEquals(250, steps(found));
        assertEquals(.4 - .3, gain(found), 1e-12);
    }

    @Test
    void aRunWithoutSwapsIsNotMentioned() {
        assertTrue(found(accuracy(LIVE, 100, .6), ended(LIVE, 120, 3), new Event.Forked(LIVE, 100, "learner/frozen@1")).scalars.isEmpty());
    }

    @Test
    void reportingTwiceSaysTheSame() {
        SwapRecovery metric = (SwapRecovery) new SwapRecovery.Factory().create(new None());
        List.of(accuracy(LIVE, 100, .6), FORK, SWAP, accuracy(LIVE, 150, .7), accuracy(TWIN, 150, .6)).forEach(metric::on);
        assertEquals(Found.by(metric, List.of()).scalars, Found.by(metric, List.of()).scalars);
    }

    @Test
    void recoveryAndGainEndWithTheLifetimeOfTheSwap() {
        for (boolean knowledge : new boolean[] {false, true}) {
            Found found = found(accuracy(LIVE, 100, .6), FORK, SWAP, accuracy(LIVE, 150, .5), accuracy(TWIN, 150, .3), new Event.Renewed(LIVE, 150, 1, knowledge),
                    new Event.Renewed(TWIN, 150, 1, knowledge), accuracy(LIVE, 200, .9), accuracy(TWIN, 200, .1));
            assertEquals(Double.NaN, steps(found));
            assertEquals(.2, gain(found), 1e-12);
        }
    }

    @Test
    void aSwapInALaterLifetimeIsMeasuredThere() {
        Found found = found(accuracy(LIVE, 50, .9), new Event.Renewed(LIVE, 50, 1, false), accuracy(LIVE, 100, .4), SWAP, accuracy(LIVE, 150, .2), accuracy(LIVE, 200, .4));
        assertEquals(100, steps(found));
    }

    private static double steps(Found found) {
        return found.scalars.get("learner swap-recovery/steps");
    }

    private static double gain(Found found) {
        return found.scalars.get("learner swap-recovery/gain");
    }

    private static Found found(Event... events) {
        return found(List.of(events));
    }

    private static Found found(List<Event> events) {
        return Found.by(new SwapRecovery.Factory().create(new None()), events);
    }

    private static Event swap(long step) {
        return new Event.Swapped(LIVE, step, "a@1.0.0 00", "b@1.0.0 11", true);
    }

    private static Event accuracy(String role, long step, double value) {
        return new Event.Evaluated(role, step, "evaluate", 0, 0, 0, 10, Map.of("accuracy", value));
    }

    private static Event test(long step, int during, int on, double value) {
        return new Event.Evaluated(LIVE, step, "evaluate", during, during, on, 10, Map.of("accuracy", value));
    }

    private static Event evaluated(String role, long step, double value) {
        return new Event.Evaluated(role, step, "evaluate", 0, 0, 0, 10, Map.of("return", value));
    }

    private static Event ended(String role, long step, double total) {
        return new Event.EpisodeEnded(role, step, 0, total, 10);
    }

    private static Event earned(String role, long step, double total) {
        return new Event.Earned(role, step, 0, 100, total);
    }
}
