package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.tck.host.Moment;

class StepTokensTest {
    private final Lives lives = new Lives(3, 2);

    /** The token of a step after one in which observation 2 was seen. */
    private float[] token(Moment moment, RewardScale scale) {
        StepTokens tokens = new StepTokens("it", lives.signature(), scale);
        float[] before = new float[tokens.width()];
        before[2] = 1;
        float[] row = new float[tokens.width() + 2];
        Arrays.fill(row, 9);
        tokens.write(moment.step(), before, 0, row, 1);
        return row;
    }

    @Test
    void aTokenHoldsWhatIsSeenTheTransitionThatLedThereAndTheEpisodesEnds() {
        List<Moment> life = lives.first(2, 1).then(0.5, 0, 0).last(3, 1).made();
        RewardScale asTheyAre = new RewardScale(1, 0);
        assertArrayEquals(new float[] {9, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 9}, token(life.get(0), asTheyAre));
        assertArrayEquals(new float[] {9, 1, 0, 0, 0, 0, 1, 0, 1, 0.5f, 0, 0, 9}, token(life.get(1), asTheyAre));
        assertArrayEquals(new float[] {9, 0, 1, 0, 0, 0, 1, 1, 0, 3, 0, 1, 9}, token(life.get(2), asTheyAre));
    }

    @Test
    void rewardsAreScaledThenBounded() {
        List<Moment> life = lives.first(0, 0).then(-3, 0, 0).then(0.25, 0, 0).made();
        RewardScale doubled = new RewardScale(2, 1);
        assertEquals(-1, token(life.get(1), doubled)[9]);
        assertEquals(0.5f, token(life.get(2), doubled)[9]);
    }

    @Test
    void refusesRealActionsWithASentence() {
        Signature real = new Signature(new Space.Categorical(3), Space.Real.of(-1, 1, 2));
        String message = assertThrows(IllegalArgumentException.class, () -> new StepTokens("it", real, new RewardScale(1, 0))).getMessage();
        assertTrue(message.startsWith("it needs numbered actions"), message);
    }

    @Test
    void aNumberedCellCanBeSeenAsItsRowAndColumn() {
        Signature cells = new Signature(new Space.Categorical(6), new Space.Categorical(2));
        StepTokens tokens = new StepTokens("it", cells, new RewardScale(1, 0), List.of(2, 3));
        StepBuffer step = new StepBuffer(cells);
        step.observation().ints()[0] = 5;
        step.first();
        float[] row = new float[tokens.width()];
        tokens.write(step, new float[tokens.width()], 0, row, 0);

        assertEquals(2 * 5 + 2 + 3, tokens.width());
        assertArrayEquals(new float[] {0, 1, 0, 0, 1}, Arrays.copyOf(row, 5), "row 1, column 2");
        String message = assertThrows(IllegalArgumentException.class, () -> new StepTokens("it", cells, new RewardScale(1, 0), List.of(2, 2))).getMessage();
        assertTrue(message.startsWith("it: factors [2, 2] do not split observations of "), message);
    }
}
