package org.thaw.environments.images.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.thaw.api.Tensor;

class LabelledImagesTest {
    /** Three images of two pixels. */
    private final LabelledImages images = new LabelledImages(new byte[] {0, 51, 102, (byte) 153, (byte) 204, (byte) 255}, new byte[] {7, 8, 9});

    @Test
    void pixelsBecomeFractionsOf255() {
        Tensor inputs = Tensor.zeros(Tensor.Type.F32, 2, 1, 2);
        images.inputs(new int[] {2, 0}, inputs);
        assertArrayEquals(new float[] {0.8f, 1, 0, 0.2f}, inputs.floats());
    }

    @Test
    void onlyAsManyIndicesCountAsTheTensorHasRows() {
        Tensor targets = Tensor.zeros(Tensor.Type.I32, 2);
        images.targets(new int[] {1, 1, 99}, targets);
        assertArrayEquals(new int[] {8, 8}, targets.ints());
    }

    @Test
    void aSliceCountsFromItsOwnStart() {
        LabelledImages last = images.slice(1, 3);
        assertEquals(2, last.size());
        Tensor inputs = Tensor.zeros(Tensor.Type.F32, 1, 2);
        last.inputs(new int[] {0}, inputs);
        assertArrayEquals(new float[] {0.4f, 0.6f}, inputs.floats());
    }

    @Test
    void aSliceDoesNotReachBeyondItself() {
        Tensor target = Tensor.zeros(Tensor.Type.I32, 1);
        assertThrows(IndexOutOfBoundsException.class, () -> images.slice(0, 2).targets(new int[] {2}, target));
        assertThrows(IndexOutOfBoundsException.class, () -> images.slice(1, 4));
    }

    @Test
    void aTensorOfAnotherSizeIsRefused() {
        Tensor tooSmall = Tensor.zeros(Tensor.Type.F32, 1, 1);
        Exception e = assertThrows(IllegalArgumentException.class, () -> images.inputs(new int[] {0}, tooSmall));
        assertEquals("an image has 2 pixels; a row of F32[1, 1] has 1", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new LabelledImages(new byte[5], new byte[2]));
    }
}
