package org.thaw.learners.dyna.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Transitions;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.OneTransition;

/** Hand-worked, in three states with two actions: α = ½ or 1, γ = 0.9. */
class PlanningTest {
    private static final Signature SIGNATURE = new Signature(new Space.Categorical(3), new Space.Categorical(2));

    private StepBuffer from;
    private StepBuffer to;
    private Decision decision;

    @BeforeEach
    void fresh() {
        from = new StepBuffer(SIGNATURE);
        to = new StepBuffer(SIGNATURE);
        decision = new Decision(SIGNATURE);
    }

    private void transition(int state, int action, int next) {
        from.observation().ints()[0] = state;
        decision.choose(action);
        to.observation().ints()[0] = next;
    }

    private Transitions transition() {
        return new OneTransition(from, decision, to);
    }

    private static DynaQ dynaQ(int planning) {
        return new DynaQ.Factory().create(new DynaQ.Config(0.5, 0.9, planning, 0.1, 0.1, 0, 0), SIGNATURE, new HostContext(1));
    }

    private static PrioritizedSweeping sweeping(int planning) {
        return new PrioritizedSweeping.Factory().create(new PrioritizedSweeping.Config(1, 0.9, planning, 0.001, 0.1, 0.1, 0, 0), SIGNATURE, new HostContext(1));
    }

    private static double value(Planner learner, int state, int action) {
        return learner.table.value(learner.table.entry(state, action));
    }

    @Test
    void eachPlanningStepRepeatsWhatWasLived() {
        DynaQ learner = dynaQ(2);
        transition(1, 0, 2);
        to.termination(1);
        learner.learn(transition());
        // ½, ¾, ⅞: the only pair that was tried
        assertEquals(0.875, value(learner, 1, 0), 1e-12);
        assertEquals(1, learner.updates());
    }

    @Test
    void aTruncationStillCountsWhatWouldHaveFollowed() {
        DynaQ learner = dynaQ(0);
        transition(1, 0, 2);
        to.termination(1);
        learner.learn(transition());
        transition(0, 1, 1);
        to.truncation(0);
        learner.learn(transition());
        assertEquals(0.5 * 0.9 * 0.5, value(learner, 0, 1), 1e-12);
    }

    @Test
    void illegalActionsPromiseNothing() {
        DynaQ learner = dynaQ(0);
        transition(1, 0, 2);
        to.termination(1);
        learner.learn(transition());
        transition(0, 1, 1);
        to.transition(0);
        to.legal()[0] = false;
        learner.learn(transition());
        assertEquals(0, value(learner, 0, 1));
    }

    /** With κ = 1: planned with is either the tried pair, for which τ = 0, or the untried one, τ = 1, which leads back to its state. */
    @Test
    void dynaQPlusImaginesThatWhatWasNeverTriedPays() {
        DynaQPlus learner = new DynaQPlus.Factory().create(new DynaQPlus.Config(1, 0.9, 200, 1, 0.1, 0.1, 0, 0), SIGNATURE, new HostContext(1));
        transition(1, 0, 2);
        to.termination(0);
        learner.learn(transition());
        assertEquals(0, value(learner, 1, 0));
        // Q = 1 + 0.9 Q
        assertEquals(10, value(learner, 1, 1), 0.01);
        from.legal()[1] = false;
        learner = new DynaQPlus.Factory().create(new DynaQPlus.Config(1, 0.9, 200, 1, 0.1, 0.1, 0, 0), SIGNATURE, new HostContext(1));
        learner.learn(transition());
        assertEquals(0, value(learner, 1, 1), "an illegal action is not imagined");
    }

    @Test
    void sweepingGoesBackwardsFromAReward() {
        PrioritizedSweeping learner = sweeping(3);
        transition(0, 1, 1);
        to.transition(0);
        learner.learn(transition());
        assertEquals(0, value(learner, 0, 1));
        transition(1, 0, 2);
        to.termination(1);
        learner.learn(transition());
        assertEquals(1, value(learner, 1, 0), 1e-12);
        assertEquals(0.9, value(learner, 0, 1), 1e-12);
    }

    @Test
    void whatIsLeftInTheQueueIsSavedAndDoneLater() {
        PrioritizedSweeping original = sweeping(1);
        transition(0, 1, 1);
        to.transition(0);
        original.learn(transition());
        transition(1, 0, 2);
        to.termination(1);
        original.learn(transition());
        assertEquals(0, value(original, 0, 1), "one update was all there was time for");
        PrioritizedSweeping restored = sweeping(1);
        MemoryState.of(original).into(restored);
        transition(2, 0, 2);
        to.transition(0);
        restored.learn(transition());
        assertEquals(0.9, value(restored, 0, 1), 1e-12);
    }

    @Test
    void tablesAndModelsGoOverFromOneToTheOther() {
        PrioritizedSweeping sweeping = sweeping(1);
        transition(1, 0, 2);
        to.termination(1);
        sweeping.learn(transition());
        DynaQ dyna = dynaQ(0);
        transition(0, 0, 0);
        dyna.learn(transition());
        MemoryState.of(sweeping).into(dyna);
        assertEquals(1, value(dyna, 1, 0));
        assertEquals(2, dyna.model.next(dyna.table.entry(1, 0)));
        assertFalse(dyna.model.isTried(0));
        sweeping = sweeping(1);
        MemoryState.of(dyna).into(sweeping);
        assertEquals(1, value(sweeping, 1, 0));
    }
}
