package org.thaw.environments.control.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Figures marked Gymnasium were computed with its version 1.4.0 from the same states and actions. */
class CartPoleTest {
    private static CartPole cart(int maxSteps) {
        return new CartPole(new CartPole.Config(maxSteps, 9.8, 0.5, 0.1, 10), Life.CONTEXT);
    }

    /** From rest: u = 10 / 1.1; θ'' = −u / (0.5 (4/3 − 0.1 / 1.1)) = −600/41; x'' = u + 0.05 · 600/41 / 1.1 = 400/41. */
    @Test
    void aPushFromRestByHand() {
        Life life = new Life(cart(500));
        life.plant.place(0, 0, 0, 0);
        life.step(1);
        life.assertState(0, 0.02 * 400 / 41, 0, -0.02 * 600 / 41);
        assertEquals("MID 1.0 1.0", life.outcome());
        life.step(0);
        life.assertState(0.02 * 0.02 * 400 / 41, 0, -0.02 * 0.02 * 600 / 41);
    }

    @Test
    void movesAsInGymnasium() {
        Life life = new Life(cart(500));
        life.plant.place(0.01, -0.02, 0.03, 0.04);
        life.step(1);
        life.assertState(0.009600000000000001, 0.17467919574755525, 0.030799999999999998, -0.2430687179600081);
        assertEquals(0.17467918992042542, life.observed(1));
        assertEquals(-0.24306872487068176, life.observed(3));
    }

    @Test
    void aBalancedPoleIsCutOffAtTheLimit() {
        Life life = new Life(cart(500));
        life.plant.place(0.01, -0.02, 0.03, 0.04);
        for (int i = 1; i <= 500; i++) {
            assertTrue(!life.out.isLast(), "ended before step " + i);
            double[] s = life.plant.state;
            life.step(s[2] + 0.5 * s[3] + 0.05 * s[0] + 0.1 * s[1] > 0 ? 1 : 0);
            if (i == 100) {
                life.assertState(0.2512863439672238, 0.36149555674036415, 0.002569166997445068, -0.35240172977296746);
            }
        }
        life.assertState(0.7682444997674021, -0.3903773741365215, -0.008648349079302209, 0.18710376303305903);
        assertEquals("LAST 1.0 1.0", life.outcome());
    }

    @Test
    void aFallTerminatesAndEarnsOne() {
        Life life = new Life(cart(500));
        life.plant.place(0, 0, 0, 0);
        for (int i = 0; i < 9; i++) {
            assertTrue(!life.out.isLast());
            life.step(1);
        }
        life.assertState(0.14065097203306187, 1.7603811257683097, -0.21518604988500967, -2.777886494012814);
        assertEquals("LAST 1.0 0.0", life.outcome());
    }

    @Test
    void aFallAtTheLimitIsATermination() {
        Life life = new Life(cart(9));
        life.plant.place(0, 0, 0, 0);
        for (int i = 0; i < 9; i++) {
            life.step(1);
        }
        assertEquals("LAST 1.0 0.0", life.outcome());
    }

    @Test
    void leavingTheTrackEndsTheEpisode() {
        Life life = new Life(cart(500));
        life.plant.place(2.39, 1, 0, 0);
        life.step(1);
        assertEquals("LAST 1.0 0.0", life.outcome());
    }

    @Test
    void episodesBeginWithin5Hundredths() {
        Life life = new Life(cart(500));
        double least = 1;
        double most = -1;
        for (int i = 0; i < 200; i++) {
            life.plant.reset(life.out);
            for (double value : life.plant.state) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        assertEquals(-0.05, least, 0.001);
        assertEquals(0.05, most, 0.001);
        assertTrue(least >= -0.05 && most <= 0.05 && life.out.isFirst());
    }

    @Test
    void withoutALimitNothingIsCutOff() {
        Life life = new Life(cart(0));
        life.plant.place(0, 0, 0, 0);
        life.step(0);
        assertEquals("MID 1.0 1.0", life.outcome());
    }

    @Test
    void anImpossibleSystemIsRefused() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new CartPole.Config(500, 9.8, 0, 0.1, 10));
        assertEquals("halfLength: 0.0, expected a finite number above 0", refused.getMessage());
    }
}
