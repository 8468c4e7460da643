package org.thaw.metrics.lifetimes.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;

class RecoveryTimeTest {
    private static final String LIVE = "learner";

    @Test
    void stepsRunFromTheChangeUntilAsManyEpisodesAsBeforeReturnAsMuch() {
        // level (4 + 6) / 2 = 5; then (0 + 4) / 2, (4 + 5) / 2 and (5 + 5) / 2
        Found found = found(began(0, 0), ended(50, 0, 4), ended(100, 0, 6), began(100, 1), ended(150, 1, 0), ended(200, 1, 4), ended(250, 1, 5), ended(300, 1, 5));
        assertEquals(200, found.scalars.get("learner recovery-time"));
        assertEquals(1, found.scalars.get("learner recovery-time/recovered"));
        assertArrayEquals(new double[][] {{100}, {200}}, found.series.get("learner recovery-time"));
    }

    @Test
    void theMeanIsOverTheChangesThatWereGotOver() {
        // the level before the third task is that of the latest episodes, whatever their tasks: 1; never reached again
        Found found = found(began(0, 0), ended(100, 0, 1), began(100, 1), ended(160, 1, 0), ended(190, 1, 1), ended(200, 1, 3), began(200, 2), ended(300, 2, 0));
        assertEquals(90, found.scalars.get("learner recovery-time"));
        assertEquals(.5, found.scalars.get("learner recovery-time/recovered"));
    }

    @Test
    void whatIsBackOnlyInTheNextTaskHasNotComeBack() {
        Found found = found(began(0, 0), ended(100, 0, 5), began(100, 1), ended(200, 1, 0), began(200, 0), ended(300, 0, 5), ended(400, 0, 5));
        assertEquals(.5, found.scalars.get("learner recovery-time/recovered"));
    }

    @Test
    void theFirstTaskIsNoChange() {
        assertTrue(found(began(0, 0), ended(100, 0, 1), ended(200, 0, 3)).scalars.isEmpty());
    }

    @Test
    void whatIsBackOnlyInAnotherLifetimeHasNotComeBackAndItsFirstTaskIsNoChange() {
        Found found = found(began(0, 0), ended(100, 0, 5), began(100, 1), ended(200, 1, 0), new Event.Renewed(LIVE, 200, 1, false), began(200, 0), ended(300, 0, 4), began(300, 1), ended(350, 1, 2),
                ended(400, 1, 4));
        // of two changes, at 100 and at 300, the second was got over
        assertEquals(.5, found.scalars.get("learner recovery-time/recovered"));
        assertEquals(100, found.scalars.get("learner recovery-time"));
    }

    @Test
    void aLearnerMadeAnewDoesNotBringTheScoreBack() {
        Found found = found(began(0, 0), ended(100, 0, 5), began(100, 1), ended(200, 1, 0), new Event.Renewed(LIVE, 200, 1, true), ended(300, 1, 5), began(300, 0), ended(400, 0, 5));
        assertEquals(0, found.scalars.get("learner recovery-time/recovered"));
    }

    @Test
    void aCopyMadeAtTheChangeHasScoredWhatItsOriginalHad() {
        String frozen = "learner/frozen@switch";
        Found found = found(began(0, 0), ended(50, 0, 4), ended(100, 0, 6), new Event.Forked(LIVE, 100, frozen), began(100, 1), ended(150, 1, 0), ended(200, 1, 1),
                new Event.TaskBegan(frozen, 100, 1), new Event.EpisodeEnded(frozen, 150, 1, 0, 10), new Event.EpisodeEnded(frozen, 200, 1, 2, 10), new Event.EpisodeEnded(frozen, 250, 1, 8, 10));
        // the level of both is 5; the copy's (0 + 2) / 2 and (2 + 8) / 2
        assertEquals(150, found.scalars.get(frozen + " recovery-time"));
        assertEquals(1, found.scalars.get(frozen + " recovery-time/recovered"));
        assertEquals(0, found.scalars.get("learner recovery-time/recovered"), "what a copy earns is not its original's");
    }

    @Test
    void aCopyHasMetTheTasksOfItsOriginal() {
        String frozen = "learner/frozen@switch";
        Found found = found(began(0, 0), Found.evaluated(LIVE, 100, 0, "accuracy", .8), new Event.Forked(LIVE, 100, frozen), new Event.TaskBegan(frozen, 100, 1),
                Found.evaluated(frozen, 200, 0, "accuracy", .5), Found.evaluated(frozen, 200, 1, "accuracy", 1), Found.evaluated(frozen, 300, 0, "accuracy", .8));
        assertEquals(200, found.scalars.get(frozen + " recovery-time"), "on the first task, which the copy did not begin itself");
    }

    private static Found found(Event... events) {
        return Found.by(new RecoveryTime.Factory().create(new RecoveryTime.Config(0)), List.of(events));
    }

    private static Event began(long step, int task) {
        return new Event.TaskBegan(LIVE, step, task);
    }

    private static Event ended(long step, int task, double total) {
        return new Event.EpisodeEnded(LIVE, step, task, total, 10);
    }
}
