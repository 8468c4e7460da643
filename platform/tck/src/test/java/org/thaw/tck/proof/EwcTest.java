package org.thaw.tck.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Supervised;

class EwcTest {
    private static Ewc ewc(float strength) {
        return new Ewc.Factory().create(new Ewc.Config(strength, 0.1f), Blobs.SIGNATURE, new HostContext(0));
    }

    private static double forgetting(float strength) {
        Ewc learner = ewc(strength);
        HostStream order = new HostStream(4);
        ArrayData first = Blobs.of(1, 50, 0, 1);
        Supervised.task(learner, first, 20, 10, order);
        double before = Supervised.accuracy(learner, first);
        Supervised.task(learner, Blobs.of(2, 50, 2, 3), 20, 10, order);
        return before - Supervised.accuracy(learner, first);
    }

    @Test
    void fisherInformationIsTakenFromTheTasksOwnData() {
        Signature one = new Signature(Space.Real.of(-1, 1, 1), new Space.Categorical(2));
        Ewc learner = new Ewc.Factory().create(new Ewc.Config(1, 1), one, new HostContext(0));
        learner.end(Cue.none(), new ArrayData(new float[][] {{2}, {0}}, new int[] {0, 1}, Cue.none()));
        // fresh weights: p = 1/2, so each ∂log p/∂w is ±x/2 and each ∂log p/∂b ±1/2; squares averaged over x = 2 and x = 0
        assertArrayEquals(new float[] {0.5f, 0.25f, 0.5f, 0.25f}, learner.fishers().get(0));
    }

    @Test
    void forgetsLessWithThePenaltyThanWithout() {
        assertTrue(forgetting(0) > forgetting(200) + 0.1, forgetting(0) + " against " + forgetting(200));
    }

    @Test
    void memoryGrowsByTwoTensorsOfTheParametersSizeWithEachTask() {
        Ewc learner = ewc(1);
        learner.end(Cue.none(), Blobs.of(1, 5, 0, 1));
        learner.end(Cue.none(), Blobs.of(1, 5, 2, 3));
        MemoryState state = MemoryState.of(learner);
        assertTrue(state.bytes(StateKind.MEMORY) == 4 * state.bytes(StateKind.PARAMETER));
    }

    @Test
    void goesOnIdenticallyAfterRestoring() {
        Ewc original = ewc(50);
        Supervised.task(original, Blobs.of(1, 50, 0, 1), 3, 10, new HostStream(1));
        Ewc restored = ewc(50);
        restored.end(Cue.none(), Blobs.of(7, 5, 0, 1));
        MemoryState.of(original).into(restored);
        HostStream orderA = new HostStream(3);
        HostStream orderB = new HostStream(3);
        for (int i = 0; i < 100; i++) {
            Supervised.pass(original, Blobs.of(i, 2, 2, 3), 4, orderA);
            Supervised.pass(restored, Blobs.of(i, 2, 2, 3), 4, orderB);
        }
        assertTrue(MemoryState.of(original).sameAs(MemoryState.of(restored)));
    }
}
