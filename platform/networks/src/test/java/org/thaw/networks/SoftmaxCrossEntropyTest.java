package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoftmaxCrossEntropyTest {

    private static final float LN2 = 0.6931472f;
    private static final float LN3 = 1.0986123f;

    private final SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(3);

    @Test
    void theLossOfHandWorkedScoresIsExact() {
        // probabilities 1/6, 2/6, 3/6 and 1/3 each
        float[] scores = {0, LN2, LN3, 7, 7, 7};
        double loss = entropy.of(scores, 2, new int[] {9, 2, 0}, 1);
        assertEquals((StrictMath.log(2) + StrictMath.log(3)) / 2, loss, 1e-6);
        assertArrayEquals(new float[] {1 / 6f, 2 / 6f, 3 / 6f, 1 / 3f, 1 / 3f, 1 / 3f}, entropy.probabilities(), 1e-6f);
        assertArrayEquals(new float[] {1 / 12f, 2 / 12f, -3 / 12f, -2 / 6f, 1 / 6f, 1 / 6f}, entropy.gradient(), 1e-6f);
    }

    @Test
    void anInactiveClassHasNoProbabilityAndNoGradient() {
        // without the last class: 1/3 and 2/3
        double loss = entropy.of(new float[] {0, LN2, 50}, 1, new int[] {0}, 0, new boolean[] {true, true, false});
        assertEquals(StrictMath.log(3), loss, 1e-6);
        assertArrayEquals(new float[] {1 / 3f, 2 / 3f, 0}, entropy.probabilities(), 1e-6f);
        assertArrayEquals(new float[] {-2 / 3f, 2 / 3f, 0}, entropy.gradient(), 1e-6f);
        assertEquals(0f, entropy.gradient()[2]);
    }

    @Test
    void eachRowMayHaveItsOwnMaskAndWeight() {
        float[] scores = {0, LN2, LN3, 0, LN2, LN3};
        boolean[] active = {true, true, false, false, true, true};
        double loss = entropy.of(scores, 2, new int[] {0, 1}, 0, active, new float[] {2, 10});
        // -ln(1/3) and -ln(2/5)
        assertEquals(2 * StrictMath.log(3) + 10 * StrictMath.log(2.5), loss, 1e-5);
        assertArrayEquals(new float[] {-4 / 3f, 4 / 3f, 0, 0, -6f, 6f}, entropy.gradient(), 1e-5f);
        assertEquals(StrictMath.log(2.5), entropy.losses()[1], 1e-6);
    }

    @Test
    void theGradientAgreesWithFiniteDifferences() {
        float[] scores = Streams.values(12, 3);
        int[] labels = {0, 2, 1, 1};
        boolean[] active = {true, true, true, false, true, true, true, true, false, true, true, true};
        float[] weights = {0.5f, 1, 2, 0.25f};
        entropy.of(scores, 4, labels, 0, active, weights);
        GradientCheck.check(scores, Arrays.copyOf(entropy.gradient(), 12), 1e-3,
                x -> entropy.of(x, 4, labels, 0, active, weights));
    }

    @Test
    void hugeScoresNeitherOverflowNorLoseTheLoss() {
        assertEquals(2e4, entropy.of(new float[] {1e4f, -1e4f, 0}, 1, new int[] {1}, 0), 1e-3);
        assertArrayEquals(new float[] {1, 0, 0}, entropy.probabilities());
        assertEquals(StrictMath.log1p(2 * StrictMath.exp(-12)),
                entropy.of(new float[] {12, 0, 0}, 1, new int[] {0}, 0), 2e-7);
    }

    @Test
    void mistakesAreNamed() {
        assertEquals("the label of row 0 is 3, outside 0 … 2",
                assertThrows(IllegalArgumentException.class, () -> entropy.of(new float[3], 1, new int[] {3}, 0)).getMessage());
        assertEquals("the label of row 0 is 1, an inactive class", assertThrows(IllegalArgumentException.class,
                () -> entropy.of(new float[3], 1, new int[] {1}, 0, new boolean[] {true, false, true})).getMessage());
        assertEquals("row 0 has no active class", assertThrows(IllegalArgumentException.class,
                () -> entropy.softmax(new float[3], 1, new boolean[3])).getMessage());
    }
}
