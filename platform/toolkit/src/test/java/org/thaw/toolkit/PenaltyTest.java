package org.thaw.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PenaltyTest {
    /** Fisher information of 2 and 4 examples, as sums. */
    private static Penalty twoTasks() {
        Penalty penalty = new Penalty(3);
        penalty.consolidate(new float[] {1, -1, 5}, new float[] {4, 2, 0}, 2);
        penalty.consolidate(new float[] {3, 0, 7}, new float[] {4, 12, 0}, 4);
        return penalty;
    }

    @Test
    void valueIsTheSumOfTheTasksOwnPenalties() {
        // F = (2, 1, 0) around (1, −1, 5), then (1, 3, 0) around (3, 0, 7); at (0, 1, 9): ½ [2·1 + 1·4 + 0] + ½ [1·9 + 3·1 + 0]
        assertEquals(9, twoTasks().value(new float[] {0, 1, 9}), 1e-6);
    }

    @Test
    void gradientIsTheSumOfTheTasksOwnGradients() {
        float[] gradient = {10, 0, 0};
        twoTasks().addGradient(2, new float[] {0, 1, 9}, gradient);
        // 2 [2 (0 − 1) + 1 (0 − 3)] = −10 and 2 [1 (1 + 1) + 3 (1 − 0)] = 10, added to what was there
        assertArrayEquals(new float[] {0, 10, 0}, gradient, 1e-5f);
    }

    @Test
    void gradientAgreesWithFiniteDifferences() {
        Penalty penalty = twoTasks();
        float[] at = {0.3f, -0.7f, 2};
        float[] gradient = new float[3];
        penalty.addGradient(1, at, gradient);
        float h = 1 / 64f;
        for (int i = 0; i < 3; i++) {
            float[] up = at.clone();
            float[] down = at.clone();
            up[i] += h;
            down[i] -= h;
            assertEquals((penalty.value(up) - penalty.value(down)) / (2 * h), gradient[i], 1e-4);
        }
    }

    @Test
    void nothingIsHeldBackBeforeATaskHasEnded() {
        float[] gradient = {1, 2, 3};
        new Penalty(3).addGradient(1e9, new float[] {4, 5, 6}, gradient);
        assertArrayEquals(new float[] {1, 2, 3}, gradient);
    }
}
