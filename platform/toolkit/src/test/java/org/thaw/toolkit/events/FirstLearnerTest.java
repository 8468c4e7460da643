package org.thaw.toolkit.events;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;

class FirstLearnerTest {
    private final FirstLearner first = new FirstLearner();

    private static Event lived(String role, long step) {
        return new Event.Earned(role, step, 0, 1, 1);
    }

    @Test
    void aCourseEndsWhereItsLearnerIsMadeAnew() {
        assertTrue(first.counts(lived("learner", 5)));
        assertTrue(first.counts(new Event.Renewed("learner", 5, 1, false)), "the same learner in another lifetime");
        assertTrue(first.counts(lived("learner", 6)));
        assertFalse(first.counts(new Event.Renewed("learner", 6, 2, true)));
        assertFalse(first.counts(lived("learner", 7)));
        assertTrue(first.counts(lived("random", 7)), "another role");
    }

    @Test
    void whatHasNotLearnedCanBeRenewedWithoutAnEnd() {
        assertTrue(first.counts(new Event.Renewed("learner", 0, 1, true)));
        assertTrue(first.counts(lived("learner", 1)));
    }

    @Test
    void whoHasStudiedHasLearnedThoughItNeverLived() {
        assertTrue(first.counts(new Event.Studied("student", 0, "study", 1, 1)));
        assertTrue(first.counts(new Event.Forked("student", 0, "student/thawed")));
        assertFalse(first.counts(new Event.Renewed("student", 0, 1, true)));
        assertFalse(first.counts(new Event.Renewed("student/thawed", 0, 1, true)));
    }

    @Test
    void copiesBelongToTheLearnerThatTheyWereMadeOf() {
        assertTrue(first.counts(new Event.Forked("learner", 3, "learner/frozen@1")));
        assertTrue(first.counts(new Event.Forked("learner", 3, "learner/fresh")));
        first.counts(new Event.Renewed("learner", 5, 1, true));
        assertTrue(first.counts(lived("learner/fresh", 6)), "it goes on by itself");
        assertFalse(first.counts(new Event.Forked("learner", 8, "learner/frozen@1")));
        assertFalse(first.counts(lived("learner/frozen@1", 9)), "a later learner's, under the name of an earlier one");
    }
}
