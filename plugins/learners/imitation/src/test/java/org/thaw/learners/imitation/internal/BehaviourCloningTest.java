package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.Windows;

class BehaviourCloningTest {
    private static BehaviourCloning.Config config(Recorded targets, boolean greedy) {
        return new BehaviourCloning.Config(List.of(16), 4, 2, targets, 16, 0.01, greedy, 8);
    }

    private static BehaviourCloning studied(Lives lives, Recorded targets, boolean greedy) {
        BehaviourCloning student = new BehaviourCloning.Factory().create(config(targets, greedy), lives.signature(), new HostContext(1));
        HostStream draws = new HostStream(2);
        for (int i = 0; i < 300; i++) {
            student.study(Windows.draw(List.of(lives.made()), student, draws));
        }
        return student;
    }

    private static float[] said(Policy policy, Lives lives, Moment moment) {
        Decision decision = new Decision(lives.signature());
        policy.act(moment.step(), decision);
        return decision.distribution().clone();
    }

    /** In observation o action o + 1 of 4 is taken. */
    private static Lives cycle() {
        Lives lives = new Lives(4, 4).first(0, 1);
        for (int i = 1; i < 40; i++) {
            lives.then(0, i % 4, (i + 1) % 4);
        }
        return lives;
    }

    @Test
    void imitatesWhatIsDoneInEachObservation() {
        Lives lives = cycle();
        Policy policy = studied(lives, Recorded.ACTIONS, false).policy(Actor.Mode.EXPLOIT, Cue.none());
        for (Moment moment : lives.made().subList(0, 8)) {
            float[] p = said(policy, lives, moment);
            assertTrue(p[moment.decision().action().index()] > 0.95, () -> "said " + p[moment.decision().action().index()] + " of " + moment);
        }
    }

    @Test
    void hasNoMemory() {
        Lives lives = cycle();
        Policy policy = studied(lives, Recorded.ACTIONS, false).policy(Actor.Mode.EXPLOIT, Cue.none());
        assertTrue(MemoryState.of(policy).isEmpty());
        float[] once = said(policy, lives, lives.made().get(0));
        lives.made().forEach(moment -> policy.observe(moment.step()));
        // the same observation later in life
        float[] again = said(policy, lives, lives.made().get(8));
        assertEquals(once[1], again[1]);
    }

    @Test
    void learnsADistributionFromOneThatWasRecorded() {
        Lives lives = new Lives(1, 3).first(0, 0).by(0.2f, 0.8f, 0);
        Policy policy = studied(lives, Recorded.DISTRIBUTIONS, false).policy(Actor.Mode.EXPLOIT, Cue.none());
        assertEquals(0.8f, said(policy, lives, lives.made().get(0))[1], 0.02f);
    }

    @Test
    void aGreedyOneTakesTheMostProbableActionWhereItNeedNotExplore() {
        Lives lives = new Lives(1, 2).first(0, 0).by(0.4f, 0.6f);
        BehaviourCloning student = studied(lives, Recorded.DISTRIBUTIONS, true);
        assertEquals(100, chosen(student, lives, Actor.Mode.EXPLOIT));
        int exploring = chosen(student, lives, Actor.Mode.EXPLORE);
        assertTrue(exploring > 35 && exploring < 85, exploring + " of 100");
    }

    private static int chosen(BehaviourCloning student, Lives lives, Actor.Mode mode) {
        Policy policy = student.policy(mode, Cue.none());
        Decision decision = new Decision(lives.signature());
        int ones = 0;
        for (int i = 0; i < 100; i++) {
            policy.act(lives.made().get(0).step(), decision);
            ones += decision.action().index();
        }
        return ones;
    }

    @Test
    void picturesGoThroughAConvolutionAndCanBeLookedInto() {
        Signature pictures = new Signature(new Space.Real(Tensor.Type.U8, List.of(3, 3, 2), 0, 255), new Space.Categorical(2));
        BehaviourCloning student = new BehaviourCloning.Factory().create(config(Recorded.ACTIONS, false), pictures, new HostContext(1));
        List<String> weights = new ArrayList<>();
        student.weights((name, tensor) -> weights.add(name));
        assertTrue(weights.get(0).startsWith("conv"), weights.toString());
        List<String> shapes = new ArrayList<>();
        student.activations(pictures.input().buffer(5), (name, tensor) -> shapes.add(tensor.toString()));
        // 2 by 2 places of 4 filters, then 16 units
        assertEquals(List.of("F32[5, 16]", "F32[5, 16]"), shapes);
    }
}
