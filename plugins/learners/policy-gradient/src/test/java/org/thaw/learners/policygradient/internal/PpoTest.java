package org.thaw.learners.policygradient.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;

class PpoTest {
    private static Ppo agent(Signature signature, long seed) {
        return new Ppo.Factory().create(Small.ppo(32, 4, 16), signature, new HostContext(seed));
    }

    @Test
    void theFirstPolicyIsNearlyEven() {
        Signature signature = new Signature(Space.Real.of(-1, 1, 3), new Space.Categorical(4));
        Decision decision = new Decision(signature);
        agent(signature, 1).policy(Actor.Mode.EXPLORE, Cue.none()).act(new StepBuffer(signature), decision);
        assertArrayEquals(new float[] {0.25f, 0.25f, 0.25f, 0.25f}, decision.distribution(), 0.01f);
    }

    @Test
    void lanesTogetherAreDecidedAsOneByOne() {
        Signature signature = new Signature(Space.Real.of(-1, 1, 3), new Space.Categorical(4), 3);
        List<StepBuffer> present = IntStream.range(0, 3).mapToObj(lane -> new StepBuffer(signature, lane)).toList();
        present.forEach(step -> step.observation().floats()[step.lane()] = 1);
        List<Decision> together = IntStream.range(0, 3).mapToObj(lane -> new Decision(signature)).toList();
        agent(signature, 1).policy(Actor.Mode.EXPLORE, Cue.none()).act(new Present(present), together::get);
        Policy policy = agent(signature, 1).policy(Actor.Mode.EXPLORE, Cue.none());
        for (int lane = 0; lane < 3; lane++) {
            Decision alone = new Decision(signature);
            policy.act(present.get(lane), alone);
            assertEquals(alone.action().index(), together.get(lane).action().index());
            assertEquals(alone.value(), together.get(lane).value());
            assertEquals(alone.logProbability(), together.get(lane).logProbability());
        }
    }

    private record Present(List<StepBuffer> steps) implements Steps {
        @Override
        public int count() {
            return steps.size();
        }

        @Override
        public Step step(int i) {
            return steps.get(i);
        }
    }

    @Test
    void learnsToHitATargetWithARealAction() {
        // reward −(a − 1)² at once, and the episode terminates
        Aim world = new Aim(1);
        Ppo agent = agent(world.signature(), 2);
        BareLife life = new BareLife(agent, world);
        double before = life.live(320) / 320;
        life.live(6_400);
        Decision decision = new Decision(world.signature());
        agent.policy(Actor.Mode.EXPLOIT, Cue.none()).act(new StepBuffer(world.signature()), decision);
        assertEquals(1, decision.action().values()[0], 0.15);
        double after = life.live(320) / 320;
        assertTrue(after > before / 4, "mean reward went from " + before + " to " + after);
    }

    @Test
    void realActionsStayInsideTheirSpace() {
        Signature signature = new Signature(Space.Real.of(-1, 1, 3), Space.Real.of(-0.1, 0.1, 2));
        Policy policy = agent(signature, 1).policy(Actor.Mode.EXPLORE, Cue.none());
        Decision decision = new Decision(signature);
        int cut = 0;
        for (int i = 0; i < 200; i++) {
            policy.act(new StepBuffer(signature), decision);
            for (float value : decision.action().values()) {
                assertTrue(value >= -0.1 && value <= 0.1);
                cut += Math.abs(value) > 0.0999 ? 1 : 0;
            }
        }
        // the deviation spans half of the range, so that about a third of the samples lie outside
        assertEquals(0.317, cut / 400.0, 0.08);
    }

    @Test
    void hiddenActivationsOfPolicyAndValueCanBeSeen() {
        Signature signature = new Signature(Space.Real.of(-1, 1, 3), new Space.Categorical(4));
        List<String> seen = new ArrayList<>();
        agent(signature, 1).activations(Tensor.zeros(Tensor.Type.F32, 5, 3), (name, values) -> seen.add(name + " " + values));
        assertEquals(List.of("branches1.branch1.tanh1 F32[5, 16]", "branches1.branch2.tanh1 F32[5, 16]"), seen);
    }

    @Test
    void actingAndLearningAllocateNothing() {
        allocatesNothing(Chain.oneHot(new HostContext(1)));
    }

    @Test
    void actingAndLearningWithRealActionsAllocateNothing() {
        allocatesNothing(new Aim(1));
    }

    private static void allocatesNothing(World world) {
        BareLife.allocatesNothing(context -> Small.onPlainKernels(() -> new Ppo.Factory().create(Small.ppo(20, 2, 8), world.signature(), context)), world);
    }
}
