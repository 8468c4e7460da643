package org.thaw.tck.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Supervised;

class GDumbTest {
    private final ArrayData all = Blobs.of(9, 50, 0, 1, 2, 3);

    private static GDumb gdumb(HostContext context) {
        return new GDumb.Factory().create(new GDumb.Config(12, 30, 0.5f), Blobs.SIGNATURE, context);
    }

    private static GDumb taught(HostContext context) {
        GDumb learner = gdumb(context);
        HostStream order = new HostStream(2);
        Supervised.task(learner, Blobs.of(1, 40, 0, 1), 1, 10, order);
        Supervised.task(learner, Blobs.of(2, 40, 2, 3), 1, 10, order);
        return learner;
    }

    @Test
    void knowsAllClassesAfterFittingToItsMemory() {
        assertTrue(Supervised.accuracy(taught(new HostContext(5)), all) > 0.95);
    }

    @Test
    void preparingTwiceChangesNeitherWhatIsSavedNorWhatIsPredicted() {
        GDumb learner = taught(new HostContext(5));
        MemoryState before = MemoryState.of(learner);
        learner.prepare();
        Tensor once = predicted(learner).copy();
        learner.prepare();
        assertTrue(MemoryState.of(learner).sameAs(before));
        assertTrue(predicted(learner).sameBits(once));
    }

    private Tensor predicted(GDumb learner) {
        Batches batches = all.inOrder(all.size());
        batches.next();
        return learner.predict(batches.inputs(), all.cue());
    }

    @Test
    void goesOnIdenticallyAfterRestoring() {
        HostContext first = new HostContext(5);
        HostContext second = new HostContext(5);
        GDumb original = taught(first);
        GDumb restored = gdumb(second);
        MemoryState.of(original).into(restored);
        MemoryState.of(first).into(second);
        HostStream orderA = new HostStream(3);
        HostStream orderB = new HostStream(3);
        for (int i = 0; i < 100; i++) {
            Supervised.pass(original, Blobs.of(i, 2, 1, 3), 3, orderA);
            Supervised.pass(restored, Blobs.of(i, 2, 1, 3), 3, orderB);
        }
        assertTrue(MemoryState.of(original).sameAs(MemoryState.of(restored)));
        assertEquals(Supervised.accuracy(original, all), Supervised.accuracy(restored, all));
    }
}
