package org.thaw.learners.tabular.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor.Mode;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.OneTransition;

class TabularQTest {
    private static final Signature SIGNATURE = Corridor.SIGNATURE;

    private static TabularQ make(HostContext context, TabularQ.Config config) {
        return new TabularQ.Factory().create(config, SIGNATURE, context);
    }

    /** α = ½, γ = 0.9. */
    private static TabularQ make(double initialValue) {
        return make(new HostContext(1), new TabularQ.Config(0.5, 0.9, 0.2, 0.1, 10, initialValue));
    }

    private static OneTransition transition() {
        return OneTransition.of(SIGNATURE, 2, 1, 3);
    }

    @Test
    void movesHalfWayToRewardAndDiscountedBestNextValue() {
        TabularQ learner = make(4);
        OneTransition transition = transition();
        transition.to().transition(1);
        learner.learn(transition);
        // 4 + ½ (1 + 0.9·4 − 4)
        assertEquals(4.3, learner.value(2, 1), 1e-12);
        assertEquals(4, learner.value(2, 0));
        assertEquals(1, learner.updates());
    }

    @Test
    void nothingFollowsATerminationButATruncationStillCounts() {
        TabularQ learner = make(4);
        OneTransition end = transition();
        end.to().termination(1);
        learner.learn(end);
        assertEquals(4 + 0.5 * (1 - 4), learner.value(2, 1), 1e-12);

        learner = make(4);
        end.to().truncation(1);
        learner.learn(end);
        assertEquals(4.3, learner.value(2, 1), 1e-12);
    }

    @Test
    void theBestNextActionIsALegalOne() {
        TabularQ learner = make(0);
        OneTransition good = OneTransition.of(SIGNATURE, 3, 0, 0);
        good.to().termination(10);
        learner.learn(good);
        assertEquals(5, learner.value(3, 0));
        OneTransition transition = transition();
        transition.to().transition(0);
        transition.to().legal()[0] = false;
        learner.learn(transition);
        assertEquals(0, learner.value(2, 1));
    }

    @Test
    void explorationDecaysLinearly() {
        TabularQ learner = make(0);
        OneTransition transition = transition();
        transition.to().transition(0);
        assertEquals(0.2, learner.epsilon(), 1e-12);
        for (int i = 0; i < 5; i++) {
            learner.learn(transition);
        }
        assertEquals(0.15, learner.epsilon(), 1e-12);
        for (int i = 0; i < 20; i++) {
            learner.learn(transition);
        }
        assertEquals(0.1, learner.epsilon(), 1e-12);
    }

    /** How often of 1,000 the policy chooses to go right from cell 3. */
    private static int right(TabularQ learner, Mode mode) {
        Policy policy = learner.policy(mode, Cue.none());
        StepBuffer step = new StepBuffer(SIGNATURE);
        step.first();
        step.observation().ints()[0] = 3;
        Decision decision = new Decision(SIGNATURE);
        int right = 0;
        for (int i = 0; i < 1000; i++) {
            policy.act(step, decision);
            right += decision.action().index();
        }
        return right;
    }

    @Test
    void tiesAreBrokenAtRandomInBothModes() {
        assertEquals(500, right(make(0), Mode.EXPLORE), 80);
        assertEquals(500, right(make(0), Mode.EXPLOIT), 80);
    }

    @Test
    void exploitsTheBestActionAlwaysAndExploresInEpsilonOfAllSteps() {
        TabularQ learner = make(0);
        OneTransition transition = OneTransition.of(SIGNATURE, 3, 1, 4);
        transition.to().transition(1);
        learner.learn(transition);
        assertEquals(1000, right(learner, Mode.EXPLOIT));
        // ε = 0.19 now, half of the random actions go right too
        assertEquals(1000 - 95, right(learner, Mode.EXPLORE), 50);
    }

    private static final TabularQ.Config LIFE = new TabularQ.Config(0.5, 0.9, 0.1, 0.1, 0, 0);

    private static Life life(TabularQ learner) {
        return new Life(learner, learner.policy(Mode.EXPLORE, Cue.none()), List.of(new Corridor()), true);
    }

    @Test
    void learnsTheWayThroughTheCorridor() {
        TabularQ learner = make(new HostContext(1), LIFE);
        life(learner).live(3000);
        for (int cell = 0; cell < 5; cell++) {
            assertEquals(StrictMath.pow(0.9, 4 - cell), learner.value(cell, 1), 1e-3);
        }
    }

    @Test
    void livesOnIdenticallyAfterRestoring() {
        HostContext hostA = new HostContext(1);
        HostContext hostB = new HostContext(2);
        Life original = life(make(hostA, LIFE));
        Life restored = life(make(hostB, LIFE));
        original.live(77);
        restored.live(5);
        restored.takeOver(original);
        MemoryState.of(hostA).into(hostB);
        original.live(100);
        restored.live(100);
        assertTrue(MemoryState.of(original).sameAs(MemoryState.of(restored)));
    }

    @Test
    void refusesRealObservations() {
        Signature real = new Signature(Space.Real.of(0, 1, 4), new Space.Categorical(2));
        String message = assertThrows(IllegalArgumentException.class, () -> new TabularQ.Factory().create(LIFE, real, new HostContext(1))).getMessage();
        assertTrue(message.startsWith("tabular-q needs numbered observations and actions"), message);
    }
}
