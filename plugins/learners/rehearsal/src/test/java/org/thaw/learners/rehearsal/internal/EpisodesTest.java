package org.thaw.learners.rehearsal.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.toolkit.ClassBalanced;
import org.thaw.toolkit.Replay;
import org.thaw.toolkit.ReplayMemory;

class EpisodesTest {
    private static final Cue NONE = Cue.none();

    private final Context context = new HostContext(1);
    private final ReplayMemory memory = new ReplayMemory(Blobs.SIGNATURE.input(), Blobs.SIGNATURE.output(), 20, new ClassBalanced(20, 4));

    private Episodes after(int perClass, ArrayData... tasks) {
        Episodes episodes = new Episodes(memory, perClass, 4, context);
        for (ArrayData task : tasks) {
            episodes.begin();
            episodes.end(NONE, task);
        }
        return episodes;
    }

    private int[] stored() {
        int[] counts = new int[4];
        Replay all = memory.all();
        for (int row = 0; row < all.inputs().rows(); row++) {
            counts[all.targets().ints()[row]]++;
        }
        return counts;
    }

    @Test
    void withABudgetPerClassATaskAddsThatManyOfEachOfItsClasses() {
        after(3, Blobs.of(NONE, 1, 30, 0, 1));
        assertArrayEquals(new int[] {3, 3, 0, 0}, stored());
        after(3, Blobs.of(NONE, 2, 30, 2, 3));
        assertArrayEquals(new int[] {3, 3, 3, 3}, stored());
    }

    @Test
    void anEarlierTasksExamplesStayWhereTasksShareTheirClasses() {
        after(3, Blobs.of(NONE, 1, 30, 0, 1), Blobs.of(NONE, 2, 30, 0, 1), Blobs.of(NONE, 3, 30, 0, 1));
        assertArrayEquals(new int[] {9, 9, 0, 0}, stored());
    }

    @Test
    void withoutABudgetTheMemoryIsFullFromTheFirstTaskOn() {
        after(0, Blobs.of(NONE, 1, 30, 0, 1));
        assertArrayEquals(new int[] {10, 10, 0, 0}, stored());
    }

    @Test
    void theMemorysCapacityBoundsTheBudget() {
        after(6, Blobs.of(NONE, 1, 30, 0, 1), Blobs.of(NONE, 2, 30, 2, 3));
        assertEquals(20, memory.size());
        assertArrayEquals(new int[] {5, 5, 5, 5}, stored());
    }
}
