package org.thaw.environments.control.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Figures marked Gymnasium were computed with its version 1.4.0 from the same states and actions. */
class MountainCarTest {
    private final Life life = new Life(new MountainCar(new MountainCar.Config(200, 0.001, 0.0025), Life.CONTEXT));

    /** At x = −π/6 the valley is lowest, so that a push counts in full: cos 3x = 0. */
    @Test
    void aPushAtTheBottomByHand() {
        life.plant.place(-Math.PI / 6, 0);
        life.step(2);
        life.assertState(-Math.PI / 6 + 0.001, 0.001);
        assertEquals("MID -1.0 1.0", life.outcome());
    }

    @Test
    void swingsOutAsInGymnasium() {
        life.plant.place(-0.5, 0);
        for (int i = 1; i <= 124; i++) {
            assertTrue(!life.out.isLast());
            life.step(life.plant.state[1] >= 0 ? 2 : 0);
            switch (i) {
                case 1 -> life.assertState(-0.49917684300416926, 0.0008231569958307428);
                case 50 -> life.assertState(-0.44202962309144084, -0.026966047969384028);
                case 100 -> life.assertState(-0.7639775069315924, 0.050535671171945094);
                default -> { }
            }
        }
        life.assertState(0.5349499825655736, 0.04819097792866507);
        assertEquals("LAST -1.0 0.0", life.outcome());
    }

    @Test
    void theLeftWallTakesAllSpeed() {
        life.plant.place(-1.15, -0.06);
        life.step(0);
        life.assertState(-1.2, 0);
        assertEquals(-1.2f, life.observed(0));
    }

    @Test
    void restingIsCutOffAfter200Steps() {
        life.plant.reset(life.out);
        assertTrue(life.observed(0) >= -0.6f && life.observed(0) < -0.4f && life.observed(1) == 0);
        for (int i = 0; i < 200; i++) {
            assertTrue(!life.out.isLast());
            life.step(1);
        }
        assertEquals("LAST -1.0 1.0", life.outcome());
    }
}
