package org.thaw.learners.policygradient.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;

class ActorCriticLambdaTest {
    /** One number, no hidden layer: outputs are w·x + b, so that gradients can be worked by hand. */
    private static final Signature LINE = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(2));
    private static final ActorCriticLambda.Config LINEAR = new ActorCriticLambda.Config(List.of(), 1, 3, 0.5, 0.5, 0.5, 0, 0, 1e-12, false);

    private static ActorCriticLambda linear(ActorCriticLambda.Config config) {
        ActorCriticLambda agent = new ActorCriticLambda.Factory().create(config, LINE, new HostContext(1));
        // weights of the two logits and of the value, then biases
        Arrays.fill(agent.network().layers().parameters(), 0f);
        return agent;
    }

    private static StepBuffer at(double x) {
        StepBuffer step = new StepBuffer(LINE);
        step.observation().floats()[0] = (float) x;
        return step;
    }

    private static Decision chose(int action) {
        Decision decision = new Decision(LINE);
        decision.choose(action);
        return decision;
    }

    @Test
    void tracesOfThreeStepsAreTheHandWorkedOnes() {
        // an error of 0 at every step leaves the parameters alone, so that each gradient is taken where all outputs are 0 and π = ½
        ActorCriticLambda agent = linear(LINEAR);
        StepBuffer first = at(1);
        StepBuffer second = at(2);
        second.transition(0);
        StepBuffer third = at(-4);
        third.transition(0);
        StepBuffer fourth = at(3);
        fourth.transition(0);
        agent.learn(new Story(1).add(first, chose(0), second));
        agent.learn(new Story(1).add(second, chose(1), third));
        agent.learn(new Story(1).add(third, chose(1), fourth));
        // γλ = ¼. ∇½log(π_a + m) by the logits is ±½·½·½/(½ + m) =: ±p for the chosen and the other one; by the value it is 1
        float p = (float) (0.25 * 0.5 / (0.5 + 1e-4));
        // steps x = 1, 2, −4 with weights 1/16, 1/4, 1
        float w0 = p / 16 - 2 * p / 4 + 4 * p;
        float b0 = p / 16 - p / 4 - p;
        assertArrayEquals(new float[] {w0, -w0, 1 / 16f + 2 / 4f - 4, b0, -b0, 1 / 16f + 1 / 4f + 1}, agent.trace(0), 1e-5f);
        assertEquals(3, agent.updates());
    }

    @Test
    void anErrorMovesParametersAlongTheTrace() {
        ActorCriticLambda agent = linear(LINEAR);
        StepBuffer to = at(0);
        to.transition(4);
        agent.learn(new Story(1).add(at(2), chose(0), to));
        // with κ = 0 every parameter with a trace moves by α towards what raises δ·z
        assertArrayEquals(new float[] {0.5f, -0.5f, 0.5f, 0.5f, -0.5f, 0.5f}, agent.network().layers().parameters(), 1e-4f);
    }

    @Test
    void terminationCountsNothingOfWhatFollowsAndTruncationDoes() {
        // V(1) = V(2) = 8 by the bias alone: with reward 4 and γ = ½ the error is 4 + 4 − 8 = 0 unless the episode terminated
        for (int end = 0; end < 3; end++) {
            ActorCriticLambda agent = linear(LINEAR);
            agent.network().layers().parameters()[5] = 8;
            StepBuffer to = at(2);
            if (end == 0) {
                to.transition(4);
            } else if (end == 1) {
                to.truncation(4);
            } else {
                to.termination(4);
            }
            agent.learn(new Story(1).add(at(1), chose(0), to));
            assertEquals(end == 2 ? 7.5f : 8, agent.network().layers().parameters()[5], 1e-4f);
            assertEquals(end == 0 ? 1 : 0, agent.trace(0)[5], "a trace ends with its episode");
        }
    }

    @Test
    void illegalActionsAreNeverDrawnAndCountForNothing() {
        Signature signature = new Signature(Space.Real.of(-1, 1, 10, 10, 2), new Space.Categorical(3));
        ActorCriticLambda agent = new ActorCriticLambda.Factory().create(Small.actorCritic(0.01), signature, new HostContext(3));
        Policy policy = agent.policy(Actor.Mode.EXPLORE, Cue.none());
        StepBuffer step = new StepBuffer(signature);
        step.legal()[1] = false;
        Decision decision = new Decision(signature);
        for (int i = 0; i < 200; i++) {
            policy.act(step, decision);
            assertTrue(decision.action().index() != 1);
        }
        assertEquals(0, decision.distribution()[1]);
    }

    @Test
    void hiddenActivationsAndWeightsCanBeSeen() {
        Signature signature = new Signature(Space.Real.of(-1, 1, 5, 4, 2), new Space.Categorical(3));
        ActorCriticLambda agent = new ActorCriticLambda.Factory().create(Small.actorCritic(0.01), signature, new HostContext(3));
        List<String> seen = new ArrayList<>();
        agent.activations(Tensor.zeros(Tensor.Type.F32, 7, 5, 4, 2), (name, values) -> seen.add(name + " " + values));
        agent.weights((name, values) -> seen.add(name + " " + values));
        assertEquals(List.of("silu1 F32[7, 24]", "dsilu1 F32[7, 16]", "conv1.weight F32[3, 3, 2, 4]", "dense1.weight F32[24, 16]", "heads.weight F32[16, 4]"),
                seen);
    }

    @Test
    void actingAndLearningAllocateNothing() {
        Chain world = Chain.oneHot(new HostContext(1));
        BareLife.allocatesNothing(context -> Small.onPlainKernels(
                () -> new ActorCriticLambda.Factory().create(Small.actorCritic(0.001), world.signature(), context)), world);
    }
}
