package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void rmspropsFirstTwoStepsAreTheHandWorkedOnes() {
        RmsProp plain = new RmsProp(1, 0.1, 0.75, 0, false);
        float[] theta = {1};
        plain.step(theta, new float[] {2});
        // v = 0.25·4 = 1
        assertEquals(0.8f, theta[0], 1e-6f);
        plain.step(theta, new float[] {-1});
        // v = 0.75 + 0.25 = 1
        assertEquals(0.9f, theta[0], 1e-6f);
        assertEquals(List.of("square"), List.copyOf(plain.slots().keySet()));
    }

    @Test
    void centredRmspropDividesByTheDeviationAndAddsEpsilonToIt() {
        RmsProp centred = new RmsProp(2, 0.5, 0.5, 1, true);
        float[] theta = {0, 0};
        centred.step(theta, new float[] {4, 0});
        // v = 8, m = 2: √(8 - 4) + 1 = 3; a gradient of 0 moves nothing
        assertEquals(-2 / 3f, theta[0], 1e-6f);
        assertEquals(0f, theta[1]);
        assertEquals(List.of("square", "mean"), List.copyOf(centred.slots().keySet()));
        assertArrayEquals(new float[] {2, 0}, centred.slots().get("mean"));
    }

    /** Its figures are those of {@code torch.optim.RMSprop([0.5, -1, 2], lr=0.1, alpha=0.5, centered=True, eps=1, momentum=0.5)}. */
    @Test
    void centredRmspropWithMomentumGoesOnByTheLastStep() {
        RmsProp centred = RmsProp.centred(3, 0.1, 0.5, 1, 0.5);
        float[] theta = {0.5f, -1, 2};
        centred.step(theta, new float[] {4, 0, -1});
        assertArrayEquals(new float[] {0.366667f, -1, 2.066667f}, theta, 1e-6f);
        centred.step(theta, new float[] {-2, 1, -1});
        assertArrayEquals(new float[] {0.357980f, -1.066667f, 2.169783f}, theta, 1e-6f);
        centred.step(theta, new float[] {0.5f, 0, 3});
        assertArrayEquals(new float[] {0.335454f, -1.1f, 2.117887f}, theta, 1e-6f);
        assertEquals(List.of("square", "mean", "velocity"), List.copyOf(centred.slots().keySet()));
    }

    @Test
    void adamwShrinksTheParameterBeforeAdamsStep() {
        AdamW adam = new AdamW(1, 0.1, 0.5, 0.75, 0, 0.5);
        float[] theta = {2};
        adam.step(theta, new float[] {2});
        // 2·(1 - 0.05) - 0.1·2/2
        assertEquals(1.8f, theta[0], 1e-6f);
        assertEquals(1, adam.steps());
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
    void averagesThatDecayVanishWithoutEverBeingSubnormal() {
        for (Optimiser optimiser : List.of(new Adam(1, 0.001, 0.9, 0.9, 1e-8), new Sgd(1, 0.001, 0.9), new RmsProp(1, 0.001, 0.9, 1e-8, true),
                RmsProp.centred(1, 0.001, 0.9, 1e-8, 0.9))) {
            float[] theta = {1};
            optimiser.step(theta, new float[] {1});
            for (int i = 0; i < 1500; i++) {
                optimiser.step(theta, new float[1]);
                optimiser.slots().forEach((name, slot) -> {
                    float size = Math.abs(slot[0]);
                    assertTrue(size == 0 || size >= Float.MIN_NORMAL, () -> name + " " + size);
                });
            }
            optimiser.slots().forEach((name, slot) -> assertEquals(0, slot[0], 1e-17, name));
        }
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
