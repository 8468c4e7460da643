package org.thaw.metrics.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifetimesTest {
    @Test
    void aLifeCountsItsStepsFromItsOwnBeginning() {
        Lifetimes all = Lifetimes.of(new Chronicle().renew("learner", 1, true).live("learner", 0, 7).renew("learner", 2, true).live("learner", 1, 1, 2, 3)
                .renew("learner", 3, true).live("learner", 1, 4, 5).events());

        assertEquals(1.5, all.earned("learner", 2, 1, 0, 20));
        assertEquals(3, all.earned("learner", 2, 1, 20, 30));
        assertEquals(5, all.earned("learner", 3, 1, 10, 20));
        assertEquals(30, all.length("learner", 2, 1));
        assertEquals(List.of(2L, 3L), all.of("learner", 1), "a life that is only studied is none of them");
    }

    /** An episode belongs to the window that it ends in. */
    @Test
    void windowsAreOpenBelowAndClosedAbove() {
        Lifetimes all = Lifetimes.of(new Chronicle().renew("learner", 2, true).live("learner", 1, 1, 2, 3).events());

        assertEquals(2, all.earned("learner", 2, 1, 10, 20));
        assertEquals(2.5, all.earned("learner", 2, 1, 19, 30));
        assertTrue(Double.isNaN(all.earned("learner", 2, 1, 10, 19)));
    }

    @Test
    void aCopyGoesOnWithItsOriginalsCount() {
        Lifetimes all = Lifetimes.of(new Chronicle().renew("learner", 5, true).live("learner", 1, 1, 2).fork("learner", "learner/frozen@5").live("learner", 1, 3)
                .live("learner/frozen@5", 1, 2, 2).events());

        assertEquals(20, all.freezing(5));
        assertEquals(40, all.length("learner/frozen", 5, 1));
        assertEquals(2, all.earned("learner/frozen", 5, 1, 20, 30));
    }

    /** Whether steps that were only followed count for the role or not, its own life begins after them. */
    @Test
    void aStudentsLifeBeginsWhereItActsItself() {
        for (long followed : new long[] {0, 20}) {
            Lifetimes all = Lifetimes.of(new Chronicle().renew("ad", 5, false).pass("ad", followed).live("ad", 1, 3, 4).events());

            assertEquals(3, all.earned("ad", 5, 1, 0, 10));
            assertEquals(4, all.earned("ad", 5, 1, 10, 20));
        }
    }

    /** A copy of a frozen student is not frozen, nor is one that was made anew; another context thaws nobody. */
    @Test
    void whoWasFrozenIsReadOffTheEvents() {
        Lifetimes all = Lifetimes.of(new Chronicle().freeze("ad").renew("ad", 5, false).live("ad", 1, 3).fork("ad", "copy").live("copy", 1, 3)
                .freeze("anew").renew("anew", 5, true).live("anew", 1, 3).freeze("taught").live("taught", 0, 3).events());

        assertTrue(all.frozen("ad") && !all.learned("ad"));
        assertTrue(all.learned("copy") && !all.frozen("copy"));
        assertTrue(all.learned("anew") && !all.frozen("anew"));
        assertTrue(!all.frozen("taught") && !all.learned("taught"), "it lived no held-out life");
    }

    @Test
    void aCopyForOneLifetimeIsAnArmOfItsOriginal() {
        Lifetimes all = Lifetimes.of(new Chronicle().fork("un", "un@5").renew("un@5", 5, false).live("un@5", 1, 3).renew("un@5", 5, true)
                .fork("un", "un@6").renew("un@6", 6, false).live("un@6", 1, 4).live("random", 1, 0).events());

        assertEquals(Set.of("un", "random"), all.arms(1));
        assertEquals(Set.of("un"), all.students(1));
        assertEquals(4, all.earned("un", 6, 1, 0, 10));
    }

    /** A bandit's task has no episodes though a game's has: each is read in its own way. */
    @Test
    void whetherEpisodesEndIsATasksOwn() {
        Lifetimes all = Lifetimes.of(new Chronicle().renew("learner", 2, true).live("learner", 1, 6).earn("learner", 2, 10, 8).events());

        assertEquals(6, all.earned("learner", 2, 1, 0, 10));
        assertEquals(.8, all.earned("learner", 2, 2, 0, 10), 1e-12);
        assertTrue(Double.isNaN(all.earned("learner", 2, 2, true, 0, 10)), "unless it is known to be the same world");
    }

    /** 8 of ten steps and half of the next twenty: (8 + 3) / 20. */
    @Test
    void whereNoEpisodesEndRewardsPerStepCount() {
        Lifetimes all = Lifetimes.of(new Chronicle().renew("learner", 2, true).earn("learner", 1, 10, 8).earn("learner", 1, 20, 6).events());

        assertEquals(0.55, all.earned("learner", 2, 1, 0, 20), 1e-12);
        assertEquals(0.3, all.earned("learner", 2, 1, 12, 20), 1e-12);
    }
}
