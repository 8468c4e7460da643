package org.thaw.toolkit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.tck.host.HostStream;

class EpsilonGreedyTest {
    private static final Signature SIGNATURE = new Signature(new Space.Categorical(1), new Space.Categorical(3));
    private final StepBuffer step = new StepBuffer(SIGNATURE);

    /** How often each action is chosen in 3,000 steps whose values are 1, 2, 2. */
    private int[] chosen(double epsilon) {
        EpsilonGreedy policy = new EpsilonGreedy((at, into) -> {
            into[0] = 1;
            into[1] = 2;
            into[2] = 2;
        }, 3, () -> epsilon, new HostStream(1));
        Decision decision = new Decision(SIGNATURE);
        int[] times = new int[3];
        for (int i = 0; i < 3000; i++) {
            policy.act(step, decision);
            times[decision.action().index()]++;
        }
        return times;
    }

    @Test
    void theGreedyOneBreaksTiesOfTheBestAtRandom() {
        int[] times = chosen(0);
        assertEquals(0, times[0]);
        // five standard deviations of a binomial count
        assertEquals(1500, times[1], 140);
    }

    @Test
    void exploresInEpsilonOfAllSteps() {
        // ε / 3 of them
        assertEquals(300, chosen(0.3)[0], 90);
    }

    @Test
    void neverChoosesAnIllegalAction() {
        step.legal()[1] = false;
        assertEquals(0, chosen(0.5)[1]);
        assertEquals(3000, chosen(0)[2]);
        Arrays.fill(step.legal(), false);
        assertThrows(IllegalArgumentException.class, () -> chosen(0));
    }
}
