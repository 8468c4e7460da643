package org.thaw.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.thaw.api.RandomStream;
import org.thaw.tck.host.HostStream;

class SelectionTest {
    private static final int TRIALS = 20_000;

    /** Offers examples 0, 1, 2 … of these classes; returns which ones are kept. */
    private static int[] run(Selection selection, int capacity, int[] stream, RandomStream random) {
        int[] kept = new int[capacity];
        int[] labels = new int[capacity];
        int stored = 0;
        for (int i = 0; i < stream.length; i++) {
            int slot = selection.place(stream[i], labels, stored, random);
            if (slot != Selection.DISCARD) {
                kept[slot] = i;
                labels[slot] = stream[i];
                stored = Math.max(stored, slot + 1);
            }
        }
        return kept;
    }

    private static void assertShare(double expected, int count, String what) {
        double deviation = Math.sqrt(TRIALS * expected * (1 - expected));
        assertEquals(TRIALS * expected, count, 5 * deviation, what);
    }

    @Test
    void reservoirKeepsEveryExampleWithTheSameProbability() {
        RandomStream random = new HostStream(1);
        int[] times = new int[20];
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int kept : run(new Reservoir(5), 5, new int[20], random)) {
                times[kept]++;
            }
        }
        for (int i = 0; i < 20; i++) {
            assertShare(5 / 20.0, times[i], "example " + i);
        }
    }

    @Test
    void classBalancedGivesEachClassAnEqualShareHoweverUnequalTheStream() {
        int[] stream = new int[1010];
        for (int i = 900; i < 1010; i++) {
            stream[i] = i < 1000 ? 1 : 2;
        }
        int[] counts = new int[3];
        for (int kept : run(new ClassBalanced(30, 3), 30, stream, new HostStream(2))) {
            counts[stream[kept]]++;
        }
        assertArrayEquals(new int[] {10, 10, 10}, counts);
    }

    @Test
    void classBalancedIsAReservoirWithinOneClass() {
        RandomStream random = new HostStream(3);
        int[] times = new int[12];
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int kept : run(new ClassBalanced(4, 1), 4, new int[12], random)) {
                times[kept]++;
            }
        }
        for (int i = 0; i < 12; i++) {
            assertShare(4 / 12.0, times[i], "example " + i);
        }
    }

    @Test
    void greedyBalancingMakesRoomForANewClassAtTheLargestOnesCost() {
        int[] stream = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2};
        int[] kept = run(new GreedyBalanced(4, 3), 4, stream, new HostStream(1));
        int[] counts = new int[3];
        for (int i : kept) {
            counts[stream[i]]++;
        }
        // of one class all 4; then 2 and 2; a third class has less than 4/3 and takes one place
        assertEquals(1, counts[2]);
        assertEquals(3, counts[0] + counts[1]);
        assertEquals(0, java.util.Arrays.stream(kept).filter(i -> i == 4 || i == 5 || i > 7 && i < 10).count(), "no class goes past its share");
    }
}
