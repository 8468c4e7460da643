package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;

class PaddingTest {
    private static final Signature SMALL = new Signature(Space.Real.of(0, 1, 2, 1, 2), new Space.Categorical(2));
    private static final Signature LARGE = new Signature(Space.Real.of(0, 1, 2, 2, 3), new Space.Categorical(3));

    private static StepBuffer written(StepBuffer step) {
        System.arraycopy(new float[] {1, 2, 3, 4}, 0, step.observation().floats(), 0, 4);
        Action action = new Action(SMALL);
        action.set(1);
        step.previousAction(action);
        step.transition(0.5, 0.25);
        step.legal()[0] = false;
        step.player(1);
        return step;
    }

    @Test
    void observationsStandAtTheLowestIndicesOfEachDimensionWithZerosBehind() {
        Padding padding = new Padding("room", SMALL, LARGE);
        StepBuffer seen = new StepBuffer(LARGE, 1);
        Arrays.fill(seen.observation().floats(), 9);
        StepBuffer behind = padding.behind(seen);
        padding.show(written(behind), seen);

        assertArrayEquals(new float[] {1, 2, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0}, seen.observation().floats());
        assertEquals(1, behind.lane());
    }

    @Test
    void actionsThatTheWorldLacksAreNotLegalAndAllElseIsAsTheWorldSays() {
        Padding padding = new Padding("room", SMALL, LARGE);
        StepBuffer seen = new StepBuffer(LARGE);
        padding.show(written(padding.behind(seen)), seen);

        assertArrayEquals(new boolean[] {false, true, false}, seen.legal());
        assertEquals("MID 0.5 0.25 1 1", seen.kind() + " " + seen.reward() + " " + seen.discount() + " " + seen.player() + " " + seen.previousAction().index());
    }

    @Test
    void whatAWorldHasWrittenIsFoundAgainInWhatWasSeen() {
        Padding padding = new Padding("room", SMALL, LARGE);
        StepBuffer seen = new StepBuffer(LARGE);
        StepBuffer first = written(padding.behind(seen));
        padding.show(first, seen);
        StepBuffer second = padding.behind(seen);
        padding.recall(seen, second);

        assertTrue(first.observation().sameBits(second.observation()));
        assertArrayEquals(first.legal(), second.legal());
        assertEquals("MID 0.5 0.25 1 1", second.kind() + " " + second.reward() + " " + second.discount() + " " + second.player() + " " + second.previousAction().index());
    }

    @Test
    void bytesAndNumbersArePaddedLikewise() {
        Signature bytes = new Signature(new Space.Real(Tensor.Type.U8, List.of(1, 2), 0, 255), new Space.Categorical(2));
        Signature more = new Signature(new Space.Real(Tensor.Type.U8, List.of(2, 3), 0, 255), new Space.Categorical(2));
        StepBuffer seen = new StepBuffer(more);
        Padding padding = new Padding("room", bytes, more);
        StepBuffer behind = padding.behind(seen);
        behind.observation().bytes()[1] = 7;
        padding.show(behind, seen);
        assertArrayEquals(new byte[] {0, 7, 0, 0, 0, 0}, seen.observation().bytes());

        Signature cells = new Signature(new Space.Categorical(4), new Space.Categorical(2));
        StepBuffer numbered = new StepBuffer(new Signature(new Space.Categorical(9), new Space.Categorical(3)));
        Padding numbers = new Padding("room", cells, new Signature(new Space.Categorical(9), new Space.Categorical(3)));
        StepBuffer cell = numbers.behind(numbered);
        cell.observation().ints()[0] = 3;
        numbers.show(cell, numbered);
        assertEquals(3, numbered.state());
    }

    @Test
    void whereSignaturesAgreeTheWorldWritesWhatIsSeen() {
        StepBuffer seen = new StepBuffer(LARGE);

        assertSame(seen, new Padding("room", LARGE, LARGE.withLanes(3)).behind(seen));
    }

    @Test
    void realActionsMustBeTheSame() {
        Signature one = new Signature(SMALL.input(), Space.Real.of(-1, 1, 1));
        Signature two = new Signature(SMALL.input(), Space.Real.of(-1, 1, 2));

        assertTrue(refusal(one, two).contains("real ones must be the same in all worlds"), refusal(one, two));
        assertTrue(refusal(one, SMALL).contains("the environment \"room\" has actions Real"), refusal(one, SMALL));
        assertTrue(refusal(LARGE, SMALL).contains("has observations"), refusal(LARGE, SMALL));
    }

    private static String refusal(Signature world, Signature learner) {
        return assertThrows(IllegalArgumentException.class, () -> new Padding("room", world, learner)).getMessage();
    }
}
