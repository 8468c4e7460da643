package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.protocol.Portion;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.fault.PluginFaultException;

class ExampleSetTest {
    private static final Signature CLASSES = new Signature(Space.Real.of(-1e9, 1e9, 1), new Space.Categorical(4));
    private static final Signature NUMBERS = new Signature(Space.Real.of(-1e9, 1e9, 1), Space.Real.of(-1e9, 1e9, 2));
    private static final Guard GUARD = new Guard("environment toy@1");

    /** Example i has the input base + i and the class i mod 4, or the targets (base + i, −i). */
    private record Numbered(int base, int size) implements Examples {
        @Override
        public void inputs(int[] indices, Tensor inputs) {
            for (int i = 0; i < inputs.rows(); i++) {
                inputs.floats()[i] = base + indices[i];
            }
        }

        @Override
        public void targets(int[] indices, Tensor targets) {
            for (int i = 0; i < targets.rows(); i++) {
                if (targets.type() == Tensor.Type.I32) {
                    targets.ints()[i] = indices[i] % 4;
                } else {
                    targets.floats()[2 * i] = base + indices[i];
                    targets.floats()[2 * i + 1] = -indices[i];
                }
            }
        }
    }

    private static ExampleSet set(Signature signature, Portion... portions) {
        return ExampleSet.of(GUARD, signature, task -> new Numbered(1000 * task, 10), List.of(portions));
    }

    private static BatchBuffers all(ExampleSet set) {
        BatchBuffers buffers = new BatchBuffers(set);
        buffers.read(Orders.ascending(set.size()), 0, set.size());
        return buffers;
    }

    @Test
    void aPortionTakesTheListedClassesInTheOrderOfTheExamples() {
        BatchBuffers batch = all(set(CLASSES, new Portion(0, List.of(3, 1), List.of(0, 1))));

        assertArrayEquals(new float[] {1, 3, 5, 7, 9}, batch.inputs().floats());
        assertArrayEquals(new int[] {1, 0, 1, 0, 1}, batch.targets().ints());
    }

    @Test
    void severalPortionsFollowOneAnotherEachWithItsLabels() {
        ExampleSet set = set(CLASSES, new Portion(0, List.of(0), List.of(2)), new Portion(1, List.of(2), List.of(3)), Portion.classes(0, List.of(1)));
        BatchBuffers batch = all(set);

        assertEquals(8, set.size());
        assertArrayEquals(new float[] {0, 4, 8, 1002, 1006, 1, 5, 9}, batch.inputs().floats());
        assertArrayEquals(new int[] {2, 2, 2, 3, 3, 1, 1, 1}, batch.targets().ints());
    }

    @Test
    void aWholeTaskKeepsItsLabels() {
        assertArrayEquals(new int[] {0, 1, 2, 3, 0, 1, 2, 3, 0, 1}, all(set(CLASSES, Portion.task(0))).targets().ints());
    }

    @Test
    void realTargetsAreReadAsTheyAre() {
        assertArrayEquals(new float[] {0, 0, 1, -1}, rows(all(set(NUMBERS, Portion.task(0))), 2));
        float[] both = all(set(NUMBERS, Portion.task(0), Portion.task(2))).targets().floats();
        assertArrayEquals(new float[] {2009, -9}, new float[] {both[38], both[39]});
    }

    private static float[] rows(BatchBuffers batch, int rows) {
        return java.util.Arrays.copyOf(batch.targets().floats(), 2 * rows);
    }

    @Test
    void anyOrderAndAnyNumberOfRowsCanBeRead() {
        ExampleSet set = set(CLASSES, Portion.task(0), Portion.task(1));
        BatchBuffers buffers = new BatchBuffers(set);
        int[] order = {19, 0, 10, 5, 9};

        buffers.read(order, 0, 2);
        assertArrayEquals(new float[] {1009, 0}, buffers.inputs().floats());
        Tensor pair = buffers.inputs();
        buffers.read(order, 2, 3);
        assertArrayEquals(new float[] {1000, 5, 9}, buffers.inputs().floats());
        buffers.read(order, 3, 2);
        assertTrue(pair == buffers.inputs(), "buffers are used again");
    }

    @Test
    void aSelectionOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> set(CLASSES, Portion.classes(0, List.of(9))));
        assertThrows(IllegalArgumentException.class, () -> set(NUMBERS, Portion.classes(0, List.of(1))));
    }

    @Test
    void whatALearnerCannotAnswerIsRefusedBeforeItIsAsked() {
        ExampleSet set = set(CLASSES, new Portion(0, List.of(1), List.of(7)));
        set.check(new Signature(CLASSES.input(), new Space.Categorical(8)));
        assertEquals("the learner answers with Categorical[count=7], but the plan gives examples with labels up to 7",
                assertThrows(IllegalArgumentException.class, () -> set.check(new Signature(CLASSES.input(), new Space.Categorical(7)))).getMessage());
        assertThrows(IllegalArgumentException.class, () -> set.check(new Signature(Space.Real.of(0, 1, 3), new Space.Categorical(8))));
    }

    @Test
    void anEnvironmentThatFailsIsNamed() {
        Examples broken = new Examples() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void inputs(int[] indices, Tensor inputs) {
                throw new IllegalStateException("the file is gone");
            }

            @Override
            public void targets(int[] indices, Tensor targets) {
            }
        };
        ExampleSet set = ExampleSet.of(GUARD, CLASSES, task -> broken, List.of(Portion.task(0)));
        assertEquals("environment toy@1 failed in reading examples: the file is gone", assertThrows(PluginFaultException.class, () -> all(set)).getMessage());
    }
}
