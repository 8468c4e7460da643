package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;

class StretchTest {
    private static final Signature SIGNATURE = new Signature(new Space.Categorical(9), new Space.Categorical(2), 2);

    private final StepBuffer step = new StepBuffer(SIGNATURE);
    private final Decision decision = new Decision(SIGNATURE);

    private void transition(Stretch stretch, int lane, int from, int action, int to, double reward) {
        step.observation().ints()[0] = from;
        decision.clear();
        decision.choose(action);
        decision.logProbability(-0.5 * action);
        stretch.departs(lane, step, decision);
        step.observation().ints()[0] = to;
        step.transition(reward);
        stretch.arrives(lane, step);
    }

    @Test
    void transitionsAreKeptThoughTheHostsBuffersGoOn() {
        Stretch stretch = new Stretch(SIGNATURE, 3);
        for (int t = 0; t < 2; t++) {
            transition(stretch, 0, t, 0, t + 1, 10 * t);
            transition(stretch, 1, t + 4, 1, t + 5, -t);
            assertFalse(stretch.advance());
        }

        assertEquals(2, stretch.lanes());
        assertEquals(2, stretch.length());
        assertEquals(1, stretch.from(0, 1).state());
        assertEquals(2, stretch.to(0, 1).state());
        assertEquals(10, stretch.to(0, 1).reward());
        assertEquals(4, stretch.from(1, 0).state());
        assertEquals(1, stretch.decision(1, 0).action().index());
        assertEquals(-0.5, stretch.decision(1, 0).logProbability());
        assertEquals(1, stretch.from(1, 0).lane());
    }

    @Test
    void itIsFullAtTheHorizonAndEmptyWhenCleared() {
        Stretch stretch = new Stretch(SIGNATURE, 2);
        assertFalse(stretch.advance());
        assertTrue(stretch.advance());
        stretch.clear();
        assertEquals(0, stretch.length());
        assertThrows(IndexOutOfBoundsException.class, () -> stretch.from(0, 0));
    }
}
