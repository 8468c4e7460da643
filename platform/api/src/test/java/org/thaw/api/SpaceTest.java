package org.thaw.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceTest {
    @Test
    void aCategoricalValueIsOneWholeNumber() {
        Space space = new Space.Categorical(10);
        assertEquals(1, space.size());
        assertEquals("I32[3]", space.buffer(3).toString());
    }

    @Test
    void aRealValueHasAShapeAndBatchesPutAnAxisInFront() {
        Space space = Space.Real.of(0, 1, 28, 28);
        assertEquals(784, space.size());
        assertArrayEquals(new int[] {5, 28, 28}, space.buffer(5).shape());
        assertEquals("U8[1, 84]", new Space.Real(Tensor.Type.U8, List.of(84), 0, 255).buffer(1).toString());
    }

    @Test
    void impossibleSpacesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Space.Categorical(0));
        assertThrows(IllegalArgumentException.class, () -> Space.Real.of(1, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> Space.Real.of(Double.NaN, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> Space.Real.of(0, 1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> new Space.Real(Tensor.Type.I32, List.of(2), 0, 1));
    }

    @Test
    void rowsOfAnotherFormAreRefusedWithWhatWasExpected() {
        Space space = Space.Real.of(0, 1, 2);
        space.check(Tensor.of(new float[6], 3, 2), "inputs");
        assertEquals("inputs F32[2, 3]: expected rows of " + space,
                assertThrows(IllegalArgumentException.class, () -> space.check(Tensor.of(new float[6], 2, 3), "inputs")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> space.check(Tensor.of(new double[6], 3, 2), "inputs"));
        assertThrows(IllegalArgumentException.class, () -> space.check(Tensor.of(new float[2], 2), "inputs"));
    }

    @Test
    void aBatchFitsItsSignatureOrIsRefused() {
        Signature signature = new Signature(Space.Real.of(0, 1, 1), new Space.Categorical(3));
        Tensor two = Tensor.of(new float[2], 2, 1);
        signature.check(two, Tensor.of(new int[] {0, 2}, 2));
        assertEquals("targets hold the number 3: expected 0 to 2",
                assertThrows(IllegalArgumentException.class, () -> signature.check(two, Tensor.of(new int[] {0, 3}, 2))).getMessage());
        assertThrows(IllegalArgumentException.class, () -> signature.check(two, Tensor.of(new int[] {-1, 0}, 2)));
        assertEquals("2 inputs with 3 targets",
                assertThrows(IllegalArgumentException.class, () -> signature.check(two, Tensor.of(new int[3], 3))).getMessage());
    }

    @Test
    void aSignatureCountsItsChoices() {
        Signature signature = new Signature(Space.Real.of(0, 1, 4), new Space.Categorical(3));
        assertEquals(3, signature.choices());
        assertEquals(1, signature.lanes());
        assertThrows(IllegalStateException.class, () -> new Signature(signature.input(), signature.input()).choices());
        assertThrows(IllegalArgumentException.class, () -> new Signature(signature.input(), signature.output(), 0));
    }

    @Test
    void theUnionHoldsTheValuesOfBoth() {
        assertEquals(new Space.Categorical(6), new Space.Categorical(3).union(new Space.Categorical(6)));
        assertEquals(Space.Real.of(-1, 2, 10, 10, 6), Space.Real.of(0, 2, 10, 10, 4).union(Space.Real.of(-1, 1, 10, 8, 6)));
        assertEquals(Space.Real.of(1, 3, 4), Space.Real.of(1, 2, 4).union(Space.Real.of(2, 3, 4)));
        assertEquals(Space.Real.of(0, 3, 5), Space.Real.of(1, 2, 4).union(Space.Real.of(2, 3, 5)), "what is padded holds zeros");
        assertThrows(IllegalArgumentException.class, () -> new Space.Categorical(3).union(Space.Real.of(0, 1, 3)));
        assertThrows(IllegalArgumentException.class, () -> Space.Real.of(0, 1, 3).union(Space.Real.of(0, 1, 3, 3)));
    }
}
