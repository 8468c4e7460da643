package org.thaw.learners.tabular.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor.Mode;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.HostContext;

class RandomAgentTest {
    private static Policy policy(Signature signature) {
        return new RandomAgent.Factory().create(new RandomAgent.Config(), signature, new HostContext(1)).policy(Mode.EXPLORE, Cue.none());
    }

    @Test
    void choosesAmongLegalActionsOnlyAndEquallyOften() {
        Signature signature = new Signature(new Space.Categorical(1), new Space.Categorical(4));
        Policy policy = policy(signature);
        StepBuffer step = new StepBuffer(signature);
        step.first();
        step.legal()[1] = false;
        Decision decision = new Decision(signature);
        int[] times = new int[4];
        for (int i = 0; i < 3000; i++) {
            policy.act(step, decision);
            times[decision.action().index()]++;
        }
        assertEquals(0, times[1]);
        for (int a : new int[] {0, 2, 3}) {
            // five standard deviations of a binomial count
            assertEquals(1000, times[a], 130);
        }
        assertEquals(-StrictMath.log(3), decision.logProbability(), 1e-12);
    }

    @Test
    void realActionsLieBetweenTheirBounds() {
        Signature signature = new Signature(new Space.Categorical(1), Space.Real.of(-2, 3, 2));
        Policy policy = policy(signature);
        Decision decision = new Decision(signature);
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            policy.act(new StepBuffer(signature), decision);
            for (float value : decision.action().values()) {
                assertTrue(value >= -2 && value <= 3);
                sum += value;
            }
        }
        assertEquals(0.5, sum / 2000, 0.2);
    }

    @Test
    void refusesUnboundedActions() {
        Signature signature = new Signature(new Space.Categorical(1), Space.Real.of(0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> policy(signature));
    }
}
