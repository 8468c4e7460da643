package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.thaw.api.Space;
import org.thaw.api.Tensor;

/** What a prediction may look like. */
final class Predictions {
    private Predictions() {
    }

    /** A score of minus infinity may say "impossible"; NaN and plus infinity say nothing. */
    static void check(Tensor answer, int rows, Space output, String when) {
        int[] shape = output instanceof Space.Categorical classes ? new int[] {rows, classes.count()} : output.buffer(rows).shape();
        assertEquals(Tensor.Type.F32, answer.type(), () -> when + ": the type of a prediction");
        assertArrayEquals(shape, answer.shape(), () -> when + ": the shape of a prediction for " + rows + " inputs");
        for (float score : answer.floats()) {
            assertFalse(Float.isNaN(score) || score == Float.POSITIVE_INFINITY, () -> when + ": a prediction holds " + score);
            assertTrue(output instanceof Space.Categorical || Float.isFinite(score), () -> when + ": a prediction holds " + score);
        }
    }
}
