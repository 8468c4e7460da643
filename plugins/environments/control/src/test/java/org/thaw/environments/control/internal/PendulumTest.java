package org.thaw.environments.control.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Figures marked Gymnasium were computed with its version 1.4.0 from the same states and actions. */
class PendulumTest {
    private final Life life = new Life(new Pendulum(new Pendulum.Config(200, 10, 1, 1), Life.CONTEXT));

    /** Level, so that sin θ = 1: θ' gains (15 + 3 · 1) · 0.05 = 0.9; the cost is (π/2)² + 0.1 · 1 + 0.001. */
    @Test
    void aStepFromTheLevelByHand() {
        life.plant.place(Math.PI / 2, 1);
        life.step(1f);
        life.assertState(Math.PI / 2 + 1.9 * 0.05, 1.9);
        assertEquals(-(Math.PI * Math.PI / 4 + 0.101), life.out.reward(), 1e-12);
        assertEquals(1.9f, life.observed(2));
    }

    @Test
    void swingsAsInGymnasium() {
        life.plant.place(3, 0.5);
        for (int i = 1; i <= 60; i++) {
            life.step(life.plant.state[1] >= 0 ? 2f : -2f);
            switch (i) {
                case 1 -> {
                    life.assertState(3.0452920003022452, 0.9058400060449003);
                    assertEquals(-0.9953666925430298f, life.observed(0));
                    assertEquals(0.09615187346935272f, life.observed(1));
                    // Gymnasium adds up part of the cost in single precision
                    assertEquals(-9.02900000018999, life.out.reward(), 1e-8);
                }
                case 20 -> life.assertState(3.8652615570939446, -2.990898702263606);
                default -> { }
            }
        }
        life.assertState(-5.32578924629886, -6.539981259520471);
        assertEquals(-6.497039269113501, life.out.reward(), 1e-8);
    }

    @Test
    void torqueAndSpeedAreClipped() {
        life.plant.place(1, 7.9);
        life.step(5f);
        life.assertState(1.4, 8);
        assertEquals(-(1 + 0.1 * 7.9 * 7.9 + 0.004), life.out.reward(), 1e-12);
    }

    @Test
    void costsCountTheAngleWithinHalfATurn() {
        assertEquals(4 * Math.PI - 10, Pendulum.normalised(-10), 1e-12);
        assertEquals(10 - 4 * Math.PI, Pendulum.normalised(10), 1e-12);
        assertEquals(-Math.PI, Pendulum.normalised(Math.PI), 1e-12);
        assertEquals(0.5, Pendulum.normalised(0.5), 1e-12);
        life.plant.place(-10, 0);
        life.step(0.5f);
        life.assertState(-9.975849208341648, 0.48301583316702734);
        assertEquals(-6.58650813025815, life.out.reward(), 1e-8);
    }

    @Test
    void onlyTheLimitEndsAnEpisode() {
        life.plant.reset(life.out);
        for (int i = 0; i < 200; i++) {
            assertTrue(!life.out.isLast());
            life.step(0f);
        }
        assertEquals(1, life.out.discount());
        assertTrue(life.out.isLast());
    }
}
