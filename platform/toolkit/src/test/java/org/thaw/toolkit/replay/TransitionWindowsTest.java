package org.thaw.toolkit.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.tck.host.HostStream;

/** In step i one sees i and does i; it earns i + 1. */
class TransitionWindowsTest {
    private static final Signature SIGNATURE = new Signature(Space.Real.of(-99, 99, 1), new Space.Categorical(20));

    private final StepBuffer from = new StepBuffer(SIGNATURE);
    private final StepBuffer to = new StepBuffer(SIGNATURE);

    private enum End { OPEN, TERMINATION, TRUNCATION }

    /** Steps from the first number, up to the last. */
    private void episode(TransitionMemory memory, int first, int last, End end) {
        for (int i = first; i < last; i++) {
            if (i == first) {
                from.first();
            } else {
                from.transition(i);
            }
            from.observation().floats()[0] = i;
            boolean over = i + 1 == last;
            if (over && end == End.TERMINATION) {
                to.termination(i + 1);
            } else if (over && end == End.TRUNCATION) {
                to.truncation(i + 1);
            } else {
                to.transition(i + 1);
            }
            to.observation().floats()[0] = i + 1;
            to.legal()[0] = i + 1 != last;
            memory.add(0, from, i, to);
        }
    }

    /** The stretch of two steps that begins with an action. */
    private static int row(TransitionWindows batch, int action) {
        for (int row = 0; row < batch.rows(); row++) {
            if (batch.actions()[row] == action) {
                return row;
            }
        }
        throw new AssertionError("action " + action + " was not drawn among " + Arrays.toString(batch.actions()));
    }

    private static TransitionWindows draw(TransitionMemory memory) {
        TransitionWindows batch = memory.windows(200, 2);
        memory.draw(new HostStream(1), batch);
        return batch;
    }

    private static float[] column(float[] of, int row, int steps) {
        float[] column = new float[steps];
        for (int l = 0; l < steps; l++) {
            column[l] = of[l * 200 + row];
        }
        return column;
    }

    private static void check(TransitionWindows batch, int action, int length, float[] states, float[] rewards, float[] discounts, boolean firstLegal) {
        int row = row(batch, action);
        assertEquals(length, batch.lengths()[row]);
        assertArrayEquals(states, column(batch.states(), row, 3));
        assertArrayEquals(rewards, column(batch.rewards(), row, 2));
        assertArrayEquals(discounts, column(batch.discounts(), row, 2));
        assertEquals(firstLegal, batch.lastLegal()[row * 20]);
    }

    @Test
    void stretchesEndWhereEpisodesEnd() {
        TransitionMemory memory = new TransitionMemory(SIGNATURE, 50, 1);
        episode(memory, 1, 4, End.TERMINATION);
        episode(memory, 5, 7, End.TRUNCATION);
        episode(memory, 8, 10, End.OPEN);
        TransitionWindows batch = draw(memory);
        check(batch, 1, 2, new float[] {1, 2, 3}, new float[] {2, 3}, new float[] {1, 1}, true);
        check(batch, 2, 2, new float[] {2, 3, 0}, new float[] {3, 4}, new float[] {1, 0}, true);
        check(batch, 3, 1, new float[] {3, 0, 0}, new float[] {4, 0}, new float[] {0, 0}, true);
        check(batch, 5, 2, new float[] {5, 6, 7}, new float[] {6, 7}, new float[] {1, 1}, false);
        check(batch, 6, 1, new float[] {6, 7, 0}, new float[] {7, 0}, new float[] {1, 0}, false);
        // life has not gone on yet
        check(batch, 9, 1, new float[] {9, 10, 0}, new float[] {10, 0}, new float[] {1, 0}, false);
        assertEquals(true, batch.terminated(row(batch, 3)));
        assertEquals(false, batch.terminated(row(batch, 6)));
    }

    @Test
    void stretchesGoRoundTheRing() {
        TransitionMemory memory = new TransitionMemory(SIGNATURE, 5, 1);
        episode(memory, 1, 8, End.OPEN);
        check(draw(memory), 4, 2, new float[] {4, 5, 6}, new float[] {5, 6}, new float[] {1, 1}, true);
    }

    @Test
    void anEmptyMemoryIsRefused() {
        TransitionMemory memory = new TransitionMemory(SIGNATURE, 50, 1);
        assertThrows(IllegalStateException.class, () -> memory.draw(new HostStream(1), memory.windows(1, 2)));
        assertThrows(IllegalArgumentException.class, () -> memory.windows(1, 0));
    }
}
