package org.thaw.learners.policygradient.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TraceRmsPropTest {
    @Test
    void threeStepsGiveTheHandWorkedTraceAndParameters() {
        // decay 1/2; κ = 0, so that every step divides by √(g² + ε); ε = 9 against g = 4 makes it 5
        TraceRmsProp traces = new TraceRmsProp(2, 2, 0.5, 0, 9);
        float[] theta = {0, 1};
        float[] none = {0, 0};
        traces.accumulate(0, 0.5, new float[] {2, 0});
        traces.accumulate(0, 0.5, new float[] {0, 4});
        traces.accumulate(0, 0.5, new float[] {1, -4});
        assertArrayEquals(new float[] {1.5f, -2}, traces.trace(0), 1e-6f);
        assertArrayEquals(new float[] {0, 0}, traces.trace(1));
        traces.ascend(theta, 0, -2, none, 1);
        // g = −3, 4: θ += 0.5·g/√(g² + 9)
        assertArrayEquals(new float[] {(float) (-1.5 / Math.sqrt(18)), 1.4f}, theta, 1e-6f);
        assertEquals(1, traces.updates());
        traces.forget(0);
        assertArrayEquals(none, traces.trace(0));
    }

    @Test
    void theFirstMeanSquareIsCorrectedForItsStartAtZero() {
        TraceRmsProp traces = new TraceRmsProp(1, 1, 1, 0.999, 1e-4);
        float[] theta = {0};
        traces.ascend(theta, 0, 0, new float[] {0.5f}, 2);
        // v/(1 − κ) = g² = 1
        assertEquals(1 / Math.sqrt(1.0001), theta[0], 1e-5);
        traces.ascend(theta, 0, 0, new float[] {0}, 2);
        assertEquals(1 / Math.sqrt(1.0001), theta[0], 1e-5);
        traces.ascend(theta, 0, 0, new float[] {0.5f}, 4);
        // v = 0.001·(0.999² + 4), over 1 − 0.999³
        double square = 0.001 * (0.999 * 0.999 + 4) / (1 - 0.999 * 0.999 * 0.999);
        assertEquals(1 / Math.sqrt(1.0001) + 2 / Math.sqrt(square + 1e-4), theta[0], 1e-4);
    }

    @Test
    void whatDecaysBecomesZeroAndNeverSubnormal() {
        TraceRmsProp traces = new TraceRmsProp(1, 1, 1, 0.5, 1e-4);
        traces.accumulate(0, 0.5, new float[] {1});
        for (int i = 0; i < 400; i++) {
            traces.accumulate(0, 0.5, new float[1]);
            float z = traces.trace(0)[0];
            assertEquals(true, z == 0 || z >= Float.MIN_NORMAL);
        }
        assertEquals(0, traces.trace(0)[0]);
    }
}
