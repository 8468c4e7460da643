package org.thaw.learners.deep.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;

class EpsilonGreedyTest {
    private static final Signature SIGNATURE = new Signature(new Space.Categorical(2), new Space.Categorical(4));
    private static final float TOLERANCE = 1e-6f;

    private final StepBuffer step = new StepBuffer(SIGNATURE);
    private final Decision decision = new Decision(SIGNATURE);

    EpsilonGreedyTest() {
        step.legal()[3] = false;
    }

    private static Policy policy(double epsilon) {
        Settings settings = new Settings();
        settings.epsilon = epsilon;
        settings.decaySteps = 0;
        settings.finalEpsilon = epsilon;
        return new Dqn.Factory().create(settings.build(), SIGNATURE, new HostContext(1)).policy(Actor.Mode.EXPLORE, Cue.none());
    }

    private int best() {
        policy(0).act(step, decision);
        return decision.action().index();
    }

    /** ε = 0.3 and three legal actions: 0.1 for each of them and 0.7 more for the best. */
    @Test
    void recordsWhatItDrawsFromInEveryStep() {
        int best = best();
        float[] expected = {0.1f, 0.1f, 0.1f, 0};
        expected[best] = 0.8f;
        Policy policy = policy(0.3);
        int others = 0;
        for (int i = 0; i < 200; i++) {
            decision.clear();
            policy.act(step, decision);
            assertTrue(decision.hasDistribution(), "step " + i);
            assertArrayEquals(expected, decision.distribution(), TOLERANCE, "step " + i);
            others += decision.action().index() == best ? 0 : 1;
        }
        // a fifth of them; five standard deviations
        assertEquals(40, others, 28);
    }

    @Test
    void withoutExplorationTheBestIsCertainAndWithNothingElseAllAreAlike() {
        float[] certain = new float[4];
        certain[best()] = 1;
        assertArrayEquals(certain, decision.distribution());
        policy(1).act(step, decision);
        assertArrayEquals(new float[] {1 / 3f, 1 / 3f, 1 / 3f, 0}, decision.distribution(), TOLERANCE);
    }

    /** Whether to explore, and then which of the legal ones: nothing is drawn for what is recorded. */
    @Test
    void drawsWhetherToExploreAndThenWhich() {
        int best = best();
        Policy policy = policy(0.5);
        HostStream same = new HostStream(HostStream.seed(1, "exploration"));
        for (int i = 0; i < 200; i++) {
            policy.act(step, decision);
            assertEquals(same.nextBoolean(0.5) ? same.nextInt(3) : best, decision.action().index(), "step " + i);
        }
    }
}
