package org.thaw.api.environment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;

class StepBufferTest {
    private final Signature signature = new Signature(Space.Real.of(0, 1, 2), new Space.Categorical(3));
    private final StepBuffer step = new StepBuffer(signature);

    @Test
    void aTerminatedStepIsLastAndDiscountsAllThatFollows() {
        step.termination(2);
        assertTrue(step.isLast());
        assertEquals(2, step.reward());
        assertEquals(0, step.discount());
    }

    @Test
    void aTruncatedStepIsLastAndWhatWouldFollowStillCounts() {
        step.truncation(2);
        assertTrue(step.isLast());
        assertEquals(1, step.discount());
    }

    @Test
    void aStepInBetweenMayHaveADiscountOfItsOwn() {
        step.transition(1, 0.5);
        assertEquals(Step.Kind.MID, step.kind());
        assertEquals(0.5, step.discount());
        step.transition(1);
        assertEquals(1, step.discount());
    }

    @Test
    void aFirstStepHasNoRewardAndNoPreviousAction() {
        Action action = new Action(signature);
        action.set(2);
        step.transition(5);
        step.previousAction(action);
        assertEquals(2, step.previousAction().index());
        step.first();
        assertTrue(step.isFirst());
        assertEquals(0, step.reward());
        assertFalse(step.previousAction().chosen());
    }

    @Test
    void rewardsMustBeFiniteAndDiscountsBetweenZeroAndOne() {
        assertThrows(IllegalArgumentException.class, () -> step.transition(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> step.termination(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> step.transition(0, 1.5));
        assertThrows(IllegalArgumentException.class, () -> step.transition(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> step.reward(Double.NaN));
    }

    @Test
    void anotherRewardLeavesKindAndDiscountAlone() {
        step.truncation(1);
        step.reward(-1);
        assertTrue(step.isLast());
        assertEquals(1, step.discount());
        assertEquals(-1, step.reward());
        step.hideReward();
        assertEquals(0, step.reward());
    }

    @Test
    void allActionsAreLegalUnlessTheWorldSaysOtherwise() {
        assertArrayEquals(new boolean[] {true, true, true}, step.legal());
        assertEquals(0, new StepBuffer(new Signature(signature.input(), Space.Real.of(-1, 1, 2))).legal().length);
    }

    @Test
    void aCopyTakesAllButLaneAndSimulator() {
        step.observation().floats()[1] = 0.5f;
        step.legal()[0] = false;
        step.player(1);
        step.termination(3);
        StepBuffer copy = new StepBuffer(signature, 1);
        copy.copyFrom(step);
        assertEquals(1, copy.lane());
        assertTrue(copy.observation().sameBits(step.observation()));
        assertArrayEquals(step.legal(), copy.legal());
        assertEquals(1, copy.player());
        assertTrue(copy.isLast());
        assertEquals(3, copy.reward());
    }

    @Test
    void anOutcomeCanBeTakenFromAWorldWithOtherObservations() {
        StepBuffer inner = new StepBuffer(new Signature(new Space.Categorical(5), new Space.Categorical(2)));
        inner.player(1);
        inner.truncation(4);
        step.outcomeFrom(inner);
        assertTrue(step.isLast());
        assertEquals(1, step.discount());
        assertEquals(4, step.reward());
        assertEquals(1, step.player());
    }

    @Test
    void anOutcomeReadFromAFileMustBeAPossibleOne() {
        step.outcome(Step.Kind.MID, 2, 0.5, 1);
        assertEquals(0.5, step.discount());
        assertThrows(IllegalArgumentException.class, () -> step.outcome(Step.Kind.MID, Double.NaN, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> step.outcome(Step.Kind.LAST, 0, 2, 0));
    }

    @Test
    void withoutASimulatorAskingForOneIsRefused() {
        assertThrows(IllegalStateException.class, step::simulator);
    }

    @Test
    void aCategoricalObservationIsReadAsItsNumber() {
        StepBuffer categorical = new StepBuffer(new Signature(new Space.Categorical(5), new Space.Categorical(2)));
        categorical.observation().ints()[0] = 4;
        assertEquals(4, categorical.state());
    }
}
