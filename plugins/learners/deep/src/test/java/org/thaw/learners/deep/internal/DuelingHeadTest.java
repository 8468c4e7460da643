package org.thaw.learners.deep.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuelingHeadTest {
    private final DuelingHead head = new DuelingHead(List.of(8), 3);

    @Test
    void valuesAreTheStatesValueAndTheAdvantagesLessTheirMean() {
        float[] outputs = {10, 1, 2, 6, -1, 0, 0, 3};
        assertArrayEquals(new float[] {8, 9, 13, -2, -2, 1}, Arrays.copyOf(head.values(outputs, 2), 6));
    }

    @Test
    void gradientAgreesWithFiniteDifferences() {
        float[] weights = {0.5f, -1, 2};
        float[] at = {10, 1, 2, 6};
        float[] gradient = Arrays.copyOf(head.gradient(weights, 1), 4);
        for (int i = 0; i < 4; i++) {
            float[] up = at.clone();
            float[] down = at.clone();
            up[i] += 0.5f;
            down[i] -= 0.5f;
            assertEquals(weighted(up, weights) - weighted(down, weights), gradient[i], 1e-5);
        }
    }

    private double weighted(float[] outputs, float[] weights) {
        float[] values = head.values(outputs, 1);
        return weights[0] * values[0] + weights[1] * values[1] + weights[2] * values[2];
    }
}
