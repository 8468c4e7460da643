package org.thaw.environments.control.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Figures were computed with Gymnasium 1.4.0 from the same states and actions. */
class AcrobotTest {
    private final Life life = new Life(new Acrobot(new Acrobot.Config(500, 9.8, 1), Life.CONTEXT));

    @Test
    void swingsUpAsInGymnasium() {
        life.plant.place(0.05, -0.03, 0.02, 0.01);
        for (int i = 1; i <= 73; i++) {
            assertTrue(!life.out.isLast());
            life.step(life.plant.state[3] > 0 ? 2 : 0);
            switch (i) {
                case 1 -> {
                    life.assertState(0.03396426807716706, 0.014028356136744108, -0.175464650251537, 0.4197156022652691);
                    float[] observed = {0.9994232654571533f, 0.03395773842930794f, 0.9999015927314758f, 0.014027896337211132f, -0.17546464502811432f,
                            0.41971561312675476f};
                    for (int j = 0; j < observed.length; j++) {
                        assertEquals(observed[j], life.observed(j));
                    }
                    assertEquals("MID -1.0 1.0", life.outcome());
                }
                case 10 -> life.assertState(0.30755042190567783, -0.6032511839828272, 0.5381740270459108, -1.6739864064187457);
                case 40 -> life.assertState(0.3774831516238154, -0.7370017138138466, -3.233073295158457, 4.469982981834367);
                default -> { }
            }
        }
        life.assertState(-1.7630164990581958, -1.7401243126316008, -1.9005077418697778, 3.8740434033622284);
        assertEquals("LAST 0.0 0.0", life.outcome());
    }

    @Test
    void hangingStillStaysStill() {
        life.plant.place(0, 0, 0, 0);
        life.step(1);
        life.assertState(0, 0, 0, 0);
    }

    @Test
    void isCutOffAfter500StepsAndBeginsWithinATenth() {
        life.plant.reset(life.out);
        for (double value : life.plant.state) {
            assertTrue(Math.abs(value) <= 0.1 && value == (float) value, "first states are rounded to single precision");
        }
        for (int i = 0; i < 500; i++) {
            assertTrue(!life.out.isLast());
            life.step(1);
        }
        assertEquals("LAST -1.0 1.0", life.outcome());
    }

    /** Spun hard, angles stay within ±π and speeds within 4π and 9π. */
    @Test
    void anglesAreWrappedAndSpeedsBounded() {
        life.plant.place(3, 3, 12, 28);
        life.step(2);
        double[] s = life.plant.state;
        assertTrue(Math.abs(s[0]) <= Math.PI && Math.abs(s[1]) <= Math.PI && Math.abs(s[2]) <= 4 * Math.PI && Math.abs(s[3]) <= 9 * Math.PI);
    }

    /** Of 10²⁰ turns none is gone through by itself: that would never end. */
    @Test
    void anglesAreWrappedHoweverFarTheyWent() {
        Life heavy = new Life(new Acrobot(new Acrobot.Config(500, 1e23, 1), Life.CONTEXT));
        heavy.plant.place(1, 0.5, 0, 0);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> heavy.step(1));
        assertTrue(Math.abs(heavy.plant.state[0]) <= Math.PI && Math.abs(heavy.plant.state[1]) <= Math.PI);
    }
}
