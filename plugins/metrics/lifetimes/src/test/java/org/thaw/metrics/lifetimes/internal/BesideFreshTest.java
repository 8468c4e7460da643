package org.thaw.metrics.lifetimes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;

/** A learner whose task changes at step 100, beside a copy that knows nothing and begins the second task at its step 0. */
class BesideFreshTest {
    private static final String LIVE = "learner";
    private static final String FROZEN = "learner/frozen@switch";
    private static final String FRESH = "learner/fresh";
    private final List<Event> events = new ArrayList<>(List.of(new Event.Forked(LIVE, 0, FRESH), began(LIVE, 0, 0), ended(LIVE, 50, 40), ended(LIVE, 100, 60),
            new Event.Forked(LIVE, 100, FROZEN), began(LIVE, 100, 1), began(FROZEN, 100, 1), began(FRESH, 0, 1)));

    @Test
    void stepsRunFromTheChangeToTheFinalScoreOfTheFreshCopy() {
        // the fresh copy's is (2 + 4) / 2 = 3; then (1 + 3) / 2 and (3 + 3) / 2
        Found found = found(0, ended(LIVE, 150, 1), ended(LIVE, 200, 3), ended(LIVE, 250, 3), ended(LIVE, 300, 5), ended(FRESH, 50, 2), ended(FRESH, 100, 4), ended(FROZEN, 150, 1), ended(FROZEN, 200, 1));
        assertEquals(150, found.scalars.get("learner recovery-time/fresh"));
        assertEquals(Double.NaN, found.scalars.get(FROZEN + " recovery-time/fresh"));
        assertEquals(0, found.scalars.get(FRESH + " recovery-time/fresh"), "there as soon as two episodes are over");
        assertEquals(Double.NaN, found.scalars.get("learner recovery-time"), "never again as much as in the first task");
    }

    @Test
    void areasAreOverTheStepsThatBothLived() {
        // over 100 steps: the learner's score is 1 until 50 and then rises to (1 + 3) / 2: 50 + 75; the fresh copy's is 2 and rises to 3: 100 + 125; the frozen one's is 1: 100
        Event[] lives = {ended(LIVE, 150, 1), ended(LIVE, 200, 3), ended(LIVE, 900, 500), ended(FRESH, 50, 2), ended(FRESH, 100, 4), ended(FROZEN, 150, 1), ended(FROZEN, 200, 1)};
        Found found = found(0, lives);
        assertEquals(125.0 / 225, found.scalars.get("learner recovery-time/area-ratio"), 1e-12);
        assertEquals(100.0 / 225, found.scalars.get(FROZEN + " recovery-time/area-ratio"), 1e-12);
        assertFalse(found.scalars.containsKey(FRESH + " recovery-time/area-ratio"));
    }

    @Test
    void areasBeginAtTheScoreThatCountsAsZero() {
        Event[] lives = {ended(LIVE, 150, -1), ended(FRESH, 50, -3)};
        assertEquals(3, found(-4, lives).scalars.get("learner recovery-time/area-ratio"), 1e-12);
        assertEquals(Double.NaN, found(0, lives).scalars.get("learner recovery-time/area-ratio"), "the fresh copy's area is not above 0");
        assertThrows(IllegalArgumentException.class, () -> new RecoveryTime.Config(Double.NaN));
    }

    @Test
    void evaluationsCountOnTheNewTaskOnly() {
        Found found = found(0, Found.evaluated(LIVE, 200, 1, "return", 2), Found.evaluated(LIVE, 200, 0, "return", 70), Found.evaluated(LIVE, 400, 1, "return", 5),
                Found.evaluated(FRESH, 100, 1, "return", 1), Found.evaluated(FRESH, 200, 1, "return", 4), Found.evaluated(FRESH, 300, 1, "return", 4));
        assertEquals(300, found.scalars.get("learner recovery-time/fresh"));
        assertEquals(200, found.scalars.get(FRESH + " recovery-time/fresh"));
        // the learner's is 2 until 100 and rises to 5 at 300; the fresh copy's is 1 until 100, rises to 4 at 200 and stays
        assertEquals((200 + 700) / (100.0 + 250 + 400), found.scalars.get("learner recovery-time/area-ratio"), 1e-12);
    }

    @Test
    void theNextTaskIsAnotherMatter() {
        Found found = found(0, ended(LIVE, 150, 1), ended(LIVE, 200, 3), began(LIVE, 200, 2), ended(LIVE, 250, 99), ended(FRESH, 50, 4), ended(FRESH, 100, 4));
        assertEquals(Double.NaN, found.scalars.get("learner recovery-time/fresh"));
    }

    private Found found(double zero, Event... lives) {
        List<Event> all = new ArrayList<>(events);
        all.addAll(List.of(lives));
        return Found.by(new RecoveryTime.Factory().create(new RecoveryTime.Config(zero)), all);
    }

    private static Event began(String role, long step, int task) {
        return new Event.TaskBegan(role, step, task);
    }

    private static Event ended(String role, long step, double total) {
        return new Event.EpisodeEnded(role, step, 1, total, 10);
    }
}
