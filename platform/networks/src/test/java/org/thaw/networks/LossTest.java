package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossTest {

    private static final boolean[] ALL = {};

    @Test
    void theSquaredErrorIsTheMeanOverAllValues() {
        MeanSquaredError loss = new MeanSquaredError(2);
        // errors 1, -2, 0, 3
        assertEquals(14 / 4.0, loss.of(new float[] {2, 0, 5, 4}, 2, new float[] {9, 1, 2, 5, 1}, 1), 1e-6);
        assertArrayEquals(new float[] {0.5f, -1, 0, 1.5f}, loss.gradient());
    }

    @Test
    void aMaskLeavesOneActionOfEachRow() {
        MeanSquaredError loss = new MeanSquaredError(2);
        boolean[] taken = {true, false, false, true};
        assertEquals((1 + 9) / 2.0, loss.of(new float[] {2, 0, 5, 4}, 2, new float[] {1, 2, 5, 1}, 0, taken), 1e-6);
        assertArrayEquals(new float[] {1, 0, 0, 3}, loss.gradient());
        assertEquals(10 * 1 + 100 * 9, loss.of(new float[] {2, 0, 5, 4}, 2, new float[] {1, 2, 5, 1}, 0, taken,
                new float[] {10, 100}), 1e-4);
        assertArrayEquals(new float[] {20, 0, 0, 600}, loss.gradient());
    }

    @Test
    void huberIsQuadraticNearAndLinearFar() {
        Huber loss = new Huber(3, 2);
        // ½·1², 2·(3 - 1), ½·2²
        assertEquals((0.5 + 4 + 2) / 3, loss.of(new float[] {1, -3, 2}, 1, new float[3], 0), 1e-6);
        assertArrayEquals(new float[] {1 / 3f, -2 / 3f, 2 / 3f}, loss.gradient(), 1e-7f);
        assertEquals((0.5 + 4 + 2) / 6, Huber.smoothL1(3, 2).of(new float[] {1, -3, 2}, 1, new float[3], 0), 1e-6);
    }

    @Test
    void binaryCrossEntropyIsTheHandWorkedOne() {
        BinaryCrossEntropy loss = new BinaryCrossEntropy(2);
        // p = 1/2 whatever the target; p = 3/4 at ln 3
        double expected = (StrictMath.log(2) - StrictMath.log(0.75)) / 2;
        assertEquals(expected, loss.of(new float[] {0, (float) StrictMath.log(3)}, 1, new float[] {0, 1}, 0), 1e-6);
        assertArrayEquals(new float[] {0.25f, -0.125f}, loss.gradient(), 1e-6f);
        assertEquals(200, loss.of(new float[] {-200, 200}, 1, new float[] {1, 0}, 0), 1e-3);
    }

    @Test
    void elementwiseGradientsAgreeWithFiniteDifferences() {
        float[] targets = Streams.values(12, 2);
        float[] fractions = new float[12];
        for (int i = 0; i < 12; i++) {
            fractions[i] = (targets[i] + 1) / 2;
        }
        boolean[] mask = {true, false, true, true};
        for (ElementwiseLoss loss : List.of(new MeanSquaredError(4), new Huber(4, 0.4), Huber.smoothL1(4, 0.3),
                new BinaryCrossEntropy(4))) {
            float[] predictions = Streams.values(12, 1);
            float[] weights = {1, 2, 3};
            loss.of(predictions, 3, fractions, 0, mask, weights);
            GradientCheck.check(predictions, Arrays.copyOf(loss.gradient(), 12), 2e-2,
                    y -> loss.of(y, 3, fractions, 0, mask, weights));
        }
    }

    @Test
    void distillationAtTemperatureOneIsCrossEntropyWithTheTeachersProbabilities() {
        Distillation loss = new Distillation(2, 1);
        // teacher 3/4 and 1/4, student 1/2 each
        assertEquals(StrictMath.log(2), loss.of(new float[2], 1, new float[] {(float) StrictMath.log(3), 0}, 0), 1e-6);
        assertArrayEquals(new float[] {-0.25f, 0.25f}, loss.gradient(), 1e-6f);
    }

    @Test
    void distillationGradientsAgreeWithFiniteDifferencesAlsoWithMasksAndTemperature() {
        Distillation loss = new Distillation(4, 2);
        float[] teacher = Streams.values(12, 2);
        float[] student = Streams.values(12, 1);
        boolean[] mask = {true, false, true, true};
        float[] weights = {1, 2, 3};
        loss.of(student, 3, teacher, 0, mask, weights);
        assertEquals(0, loss.gradient()[5]);
        GradientCheck.check(student, Arrays.copyOf(loss.gradient(), 12), 1e-2,
                y -> loss.of(y, 3, teacher, 0, mask, weights));
        assertEquals(loss.of(student, 3, teacher, 0, ALL, new float[] {1 / 3f, 1 / 3f, 1 / 3f}),
                loss.of(student, 3, teacher, 0), 1e-6);
    }

    @Test
    void mistakesAreNamed() {
        assertEquals("2 rows of 3 outputs need 6 predictions and targets, not 6 and 5",
                assertThrows(IllegalArgumentException.class,
                        () -> new MeanSquaredError(3).of(new float[6], 2, new float[6], 1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Huber(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Distillation(2, 0));
    }
}
