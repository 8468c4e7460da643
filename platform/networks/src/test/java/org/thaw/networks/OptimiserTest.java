package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptimiserTest {

    @Test
    void plainDescentMovesByRateTimesGradient() {
        float[] theta = {1, 2};
        new Sgd(2, 0.5).step(theta, new float[] {4, -2});
        assertArrayEquals(new float[] {-1, 3}, theta);
    }

    @Test
    void momentumKeepsItsVelocity() {
        Sgd sgd = new Sgd(1, 0.1, 0.5);
        float[] theta = {1};
        sgd.step(theta, new float[] {2});
        // v = 2, then 0.5·2 + 4 = 5
        assertEquals(0.8f, theta[0], 1e-6f);
        sgd.step(theta, new float[] {4});
        assertEquals(0.3f, theta[0], 1e-6f);
        assertArrayEquals(new float[] {5}, sgd.slots().get("velocity"));
    }

    @Test
    void adamsFirstTwoStepsAreTheHandWorkedOnes() {
        Adam adam = new Adam(1, 0.1, 0.5, 0.75, 0);
        float[] theta = {1};
        adam.step(theta, new float[] {2});
        // m = 1, corrected 2; v = 1, corrected 4; the step is 0.1·2/2
        assertEquals(0.9f, theta[0], 1e-6f);
        adam.step(theta, new float[] {-2});
        // m = -0.5, corrected -2/3; v = 0.75 + 1 = 1.75, corrected 4; the step is -0.1/3
        assertEquals(0.9 + 0.1 / 3, theta[0], 1e-6);
        assertEquals(2, adam.steps());
        assertEquals(List.of("mean", "square"), List.copyOf(adam.slots().keySet()));
        assertEquals(1.75f, adam.slots().get("square")[0], 1e-6f);
    }

    @Test
    void epsilonIsAddedAfterTheBiasCorrection() {
        Adam adam = new Adam(1, 1, 0.9, 0.999, 1);
        float[] theta = {0};
        adam.step(theta, new float[] {1});
        assertEquals(-0.5f, theta[0], 1e-6f);
    }

    @Test
    void aRestoredOptimiserGoesOnBitForBit() {
        Adam first = new Adam(4, 0.01);
        float[] theta = Streams.values(4, 1);
        for (int i = 0; i < 5; i++) {
            first.step(theta, Streams.values(4, 10 + i));
        }
        Adam second = new Adam(4, 0.01);
        first.slots().forEach((name, values) -> System.arraycopy(values, 0, second.slots().get(name), 0, 4));
        second.steps(first.steps());
        float[] other = theta.clone();
        for (int i = 0; i < 5; i++) {
            first.step(theta, Streams.values(4, 20 + i));
            second.step(other, Streams.values(4, 20 + i));
        }
        assertArrayEquals(theta, other);
    }

    @Test
    void resetForgetsEverything() {
        Adam adam = new Adam(1, 0.1);
        adam.step(new float[1], new float[] {3});
        adam.reset();
        assertEquals(0, adam.steps());
        assertArrayEquals(new float[1], adam.slots().get("mean"));
    }

    @Test
    void mistakesAreNamed() {
        assertEquals("momentum must lie in [0.0, 1.0], not 2.0",
                assertThrows(IllegalArgumentException.class, () -> new Sgd(1, 0.1, 2)).getMessage());
        assertEquals("made for 2 parameters, got 3 parameters and a gradient of 3",
                assertThrows(IllegalArgumentException.class, () -> new Adam(2, 1).step(new float[3], new float[3])).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Sgd(1, Double.NaN));
    }
}
