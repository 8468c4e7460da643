package org.thaw.learners.rehearsal.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HerdingTest {
    @Test
    void picksSoThatTheMeanOfThosePickedStaysNearTheMeanOfAll() {
        // mean 3. First 2 (nearest to 3); then wanted 6 − 2 = 4: 5 and 2 … the second 2 is 2 off, 5 is 1 off: 5; then wanted 9 − 7 = 2: the other 2
        assertArrayEquals(new int[] {1, 2, 3}, Herding.pick(new float[] {-1, 2, 5, 2, 7}, 5, 1, 3));
    }

    @Test
    void picksEachRowOnce() {
        int[] picked = Herding.pick(new float[] {0, 0, 1, 1, 2, 2}, 3, 2, 9);
        assertArrayEquals(new int[] {1, 0, 2}, picked);
    }

    @Test
    void reducingKeepsTheFirstOfEachClass() {
        Exemplars exemplars = new Exemplars(3, 1);
        exemplars.set(0, List.of(new float[] {1}, new float[] {2}, new float[] {3}));
        exemplars.set(2, List.of(new float[] {4}));
        exemplars.reduce(2);
        assertEquals(3, exemplars.size());
        assertArrayEquals(new float[] {2}, exemplars.of(0).get(1));
        assertEquals(0, exemplars.of(1).size());
    }
}
