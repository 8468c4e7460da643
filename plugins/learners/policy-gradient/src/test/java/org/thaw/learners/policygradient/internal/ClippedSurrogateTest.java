package org.thaw.learners.policygradient.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;

class ClippedSurrogateTest {
    private static final float STEP = 1e-3f;
    private static final int ROWS = 12;
    private static final int[] ORDER = {3, 1, 0, 2, 5, 4, 11, 10, 9, 6, 7, 8};

    static Stream<Space> actions() {
        return Stream.of(new Space.Categorical(3), Space.Real.of(-2, 2, 2));
    }

    /** Transitions that were decided where all outputs are 0 and are learned from under other outputs, so that ratios differ from 1. */
    private static Rollout rollout(Signature signature, PolicyHead head) {
        HostStream random = new HostStream(4);
        ActorCriticNetwork network = new ActorCriticNetwork(signature.input(), head.width(), Small.HIDDEN, new HostContext(1));
        Arrays.fill(network.layers().parameters(), 0f);
        ActorCriticPolicy policy = new ActorCriticPolicy(network, head, false, random);
        Story story = new Story(ROWS);
        for (int t = 0; t < ROWS; t++) {
            StepBuffer from = new StepBuffer(signature);
            from.observation().floats()[0] = random.nextFloat();
            from.observation().floats()[1] = random.nextFloat();
            Decision decision = new Decision(signature);
            if (from.legal().length > 0) {
                from.legal()[t % 3] = t % 2 == 0;
            }
            policy.act(from, decision);
            StepBuffer to = new StepBuffer(signature);
            to.copyFrom(from);
            to.transition(2 * random.nextDouble() - 1);
            story.add(from, decision, to);
        }
        Rollout rollout = new Rollout(network, head);
        rollout.read(story, 0.9, 0.8, 5);
        return rollout;
    }

    @ParameterizedTest
    @MethodSource("actions")
    void gradientsAgreeWithDifferences(Space actions) {
        Signature signature = new Signature(Space.Real.of(-1, 1, 2), actions);
        PolicyHead head = PolicyHead.of(signature);
        for (int i = 0; i < head.parameters().length; i++) {
            head.parameters()[i] = -0.3f * (i + 1);
        }
        Rollout rollout = rollout(signature, head);
        ClippedSurrogate loss = new ClippedSurrogate(head, 0.2, 0.7, 0.05);
        HostStream random = new HostStream(8);
        float[] outputs = new float[ROWS * (head.width() + 1)];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = 0.6f * random.nextFloat() - 0.3f;
        }
        loss.of(outputs, rollout, ORDER, 0, ROWS);
        float[] byOutput = loss.gradient().clone();
        float[] byOwn = head.gradient().clone();
        assertTrue(loss.clipped() > 0 && loss.clipped() < 1, "some ratios are clipped and some are not: " + loss.clipped());
        compare(outputs, byOutput, () -> loss.of(outputs, rollout, ORDER, 0, ROWS));
        compare(head.parameters(), byOwn, () -> loss.of(outputs, rollout, ORDER, 0, ROWS));
    }

    private static void compare(float[] at, float[] gradient, DoubleSupplier loss) {
        for (int i = 0; i < at.length; i++) {
            float old = at[i];
            float up = old + STEP;
            float down = old - STEP;
            at[i] = up;
            double above = loss.getAsDouble();
            at[i] = down;
            double below = loss.getAsDouble();
            at[i] = old;
            assertEquals((above - below) / ((double) up - down), gradient[i], 2e-4, "value " + i);
        }
    }

    @Test
    void theRatioCountsOnlyUpToItsBoundWhereThatIsWorse() {
        Signature signature = new Signature(Space.Real.of(-1, 1, 2), new Space.Categorical(2));
        SoftmaxHead head = new SoftmaxHead(2);
        ActorCriticNetwork network = new ActorCriticNetwork(signature.input(), 2, Small.HIDDEN, new HostContext(1));
        // all outputs 0: both actions have probability 1/2 and all values are 0, so that advantage and return are the reward
        Arrays.fill(network.layers().parameters(), 0f);
        Story story = new Story(2);
        for (int t = 0; t < 2; t++) {
            StepBuffer from = new StepBuffer(signature);
            Decision decision = new Decision(signature);
            decision.choose(t);
            StepBuffer to = new StepBuffer(signature);
            to.termination(t == 0 ? 3 : -3);
            story.add(from, decision, to);
        }
        Rollout rollout = new Rollout(network, head);
        rollout.read(story, 0.9, 0.8, 2);
        ClippedSurrogate loss = new ClippedSurrogate(head, 0.2, 0.5, 0);
        // the first action now has probability 0.9 and ratio 1.8, the second 0.1 and 0.2; normalised advantages are 1 and −1
        float logit = (float) StrictMath.log(9);
        float[] outputs = {logit, 0, 1, logit, 0, 1};
        double total = loss.of(outputs, rollout, new int[] {0, 1}, 0, 2);
        // −(1.2 − 0.8)/2; values (1 − 3)² and (1 + 3)²
        assertEquals(-0.2, loss.policyLoss(), 1e-6);
        assertEquals(10, loss.valueLoss(), 1e-6);
        assertEquals(-0.2 + 5, total, 1e-6);
        assertEquals(0, loss.gradient()[0]);
        assertEquals(0, loss.gradient()[3]);
        assertEquals(-1, loss.gradient()[2], 1e-6);
        // both errors the other way round: the ratios are to blame, and have a gradient
        float[] wrong = {0, logit, 0, 0, logit, 0};
        loss.of(wrong, rollout, new int[] {0, 1}, 0, 2);
        assertEquals(-(0.2 - 1.8) / 2, loss.policyLoss(), 1e-6);
        // ∂/∂l₀ of −ρA/2 is −ρ(1 − π₀)A/2 with ρ = 0.2, π₀ = 0.1
        assertEquals(-0.2 * 0.9 / 2, loss.gradient()[0], 1e-6);
    }
}
