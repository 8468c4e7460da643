package org.thaw.tck.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.RandomStream;

class RandomStreamTest {
    private final RandomStream random = new HostStream(1);

    @Test
    void drawsIndicesInProportionToTheirWeights() {
        int[] drawn = new int[4];
        for (int i = 0; i < 10_000; i++) {
            drawn[random.nextIndex(new float[] {1, 0, 3, 9}, 3)]++;
        }
        assertEquals(2_500, drawn[0], 200);
        assertEquals(0, drawn[1]);
        assertEquals(7_500, drawn[2], 200);
        assertEquals(0, drawn[3]);
    }

    @Test
    void refusesWeightsThatSumToNothing() {
        assertThrows(IllegalArgumentException.class, () -> random.nextIndex(new float[] {0, 0}, 2));
        assertThrows(IllegalArgumentException.class, () -> random.nextIndex(new float[] {Float.NaN, 1}, 2));
    }

    @Test
    void aPermutationHoldsEveryNumberOnce() {
        int[] permutation = random.permutation(50);
        Arrays.sort(permutation);
        assertArrayEquals(IntStream.range(0, 50).toArray(), permutation);
    }
}
