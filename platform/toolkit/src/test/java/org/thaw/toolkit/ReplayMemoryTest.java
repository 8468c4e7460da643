package org.thaw.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;

class ReplayMemoryTest {
    private static final Cue FIRST = Cue.none().withTask(0).withClasses(0, 1);
    private static final Cue SECOND = Cue.none().withTask(1).withClasses(2);

    private final HostStream random = new HostStream(1);

    private static ReplayMemory memory(int capacity) {
        return new ReplayMemory(new Space.Real(Tensor.Type.U8, List.of(2), 0, 255), new Space.Categorical(3), capacity, new Reservoir(capacity));
    }

    private ReplayMemory filled() {
        ReplayMemory memory = memory(4);
        memory.offer(Tensor.of(new byte[] {0, 100, 1, 101}, 2, 2), Tensor.of(new int[] {0, 1}, 2), FIRST, random);
        memory.offer(Tensor.of(new byte[] {2, 102}, 1, 2), Tensor.of(new int[] {2}, 1), SECOND, random);
        return memory;
    }

    @Test
    void drawsWhatWasOfferedTogetherWithItsCue() {
        Replay replay = filled().draw(50, random);
        boolean[] drawn = new boolean[3];
        for (int row = 0; row < 50; row++) {
            int label = replay.targets().ints()[row];
            drawn[label] = true;
            assertEquals(label, replay.inputs().bytes()[2 * row]);
            assertEquals(100 + label, replay.inputs().bytes()[2 * row + 1]);
            assertEquals(label < 2 ? FIRST : SECOND, replay.cues()[row]);
        }
        assertTrue(drawn[0] && drawn[1] && drawn[2]);
    }

    @Test
    void handsOutChosenSlotsOrAll() {
        ReplayMemory memory = filled();
        Replay two = memory.pick(new int[] {0, 2, 1}, 1, 2);
        assertEquals(2, two.targets().ints()[0]);
        assertEquals(1, two.targets().ints()[1]);
        assertEquals(SECOND, two.cues()[0]);
        Replay all = memory.all();
        assertEquals(3, all.inputs().rows());
        assertEquals(102, all.inputs().bytes()[5]);
        assertThrows(IllegalStateException.class, () -> memory(4).all());
    }

    @Test
    void passesOverExamplesWhoseClassHasNoQuotaLeft() {
        ReplayMemory memory = memory(4);
        int[] quota = {1, 2, 0};
        memory.offer(Tensor.of(new byte[] {10, 0, 11, 0}, 2, 2), Tensor.of(new int[] {0, 0}, 2), FIRST, quota, random);
        memory.offer(Tensor.of(new byte[] {12, 0, 13, 0, 14, 0}, 3, 2), Tensor.of(new int[] {0, 1, 2}, 3), FIRST, quota, random);
        Replay all = memory.all();
        assertEquals(2, memory.size());
        assertEquals(10, all.inputs().bytes()[0]);
        assertEquals(13, all.inputs().bytes()[2]);
    }

    @Test
    void savesOnlyWhatIsStoredAndRestoresIt() {
        ReplayMemory memory = filled();
        ReplayMemory restored = memory(4);
        MemoryState.of(memory).into(restored);
        assertEquals(3, restored.size());
        assertTrue(MemoryState.of(memory).sameAs(MemoryState.of(restored)));
        Replay a = memory.draw(20, new HostStream(5));
        Replay b = restored.draw(20, new HostStream(5));
        assertTrue(a.inputs().sameBits(b.inputs()) && a.targets().sameBits(b.targets()));
    }

    @Test
    void refusesToRestoreMoreThanItCanHold() {
        MemoryState state = MemoryState.of(filled());
        String message = assertThrows(IllegalArgumentException.class, () -> state.into(memory(2))).getMessage();
        assertEquals("the saved memory holds 3 examples, this one has room for 2", message);
    }

    @Test
    void drawingFromAnEmptyMemoryIsAnError() {
        assertThrows(IllegalStateException.class, () -> memory(1).draw(1, random));
    }
}
