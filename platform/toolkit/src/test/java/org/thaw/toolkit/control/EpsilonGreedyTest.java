package org.thaw.toolkit.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** What is recorded in each of 200 steps: the same, or it fails. */
    private float[] recorded(double epsilon) {
        EpsilonGreedy policy = new EpsilonGreedy((at, into) -> {
            into[0] = 1;
            into[1] = 2;
            into[2] = 2;
        }, 3, () -> epsilon, new HostStream(1));
        Decision decision = new Decision(SIGNATURE);
        policy.act(step, decision);
        float[] first = decision.distribution().clone();
        for (int i = 0; i < 200; i++) {
            decision.clear();
            policy.act(step, decision);
            assertTrue(decision.hasDistribution(), "step " + i);
            assertArrayEquals(first, decision.distribution(), "step " + i);
        }
        return first;
    }

    /** 0.3 / 3 for each, and half of 0.7 more for each of the two that are best. */
    @Test
    void recordsWhatItDrawsFromInEveryStep() {
        assertArrayEquals(new float[] {0.1f, 0.45f, 0.45f}, recorded(0.3), 1e-6f);
        assertArrayEquals(new float[] {0, 0.5f, 0.5f}, recorded(0), 1e-6f);
        assertArrayEquals(new float[] {1 / 3f, 1 / 3f, 1 / 3f}, recorded(1), 1e-6f);
        step.legal()[1] = false;
        assertArrayEquals(new float[] {0.15f, 0, 0.85f}, recorded(0.3), 1e-6f);
    }

    /** Whether to explore, and then which of several: nothing else is drawn, and nothing for what is recorded. */
    @Test
    void drawsWhetherToExploreAndThenWhichOfSeveral() {
        EpsilonGreedy policy = new EpsilonGreedy((at, into) -> {
            into[0] = 1;
            into[1] = 2;
            into[2] = 2;
        }, 3, () -> 0.5, new HostStream(4));
        HostStream same = new HostStream(4);
        Decision decision = new Decision(SIGNATURE);
        for (int i = 0; i < 200; i++) {
            policy.act(step, decision);
            assertEquals(same.nextBoolean(0.5) ? same.nextInt(3) : 1 + same.nextInt(2), decision.action().index(), "step " + i);
        }
    }
}
