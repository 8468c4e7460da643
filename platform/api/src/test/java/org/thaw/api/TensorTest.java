package org.thaw.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorTest {
    @Test
    void sharesTheArrayThatItWraps() {
        float[] array = {1, 2, 3, 4, 5, 6};
        assertSame(array, Tensor.of(array, 2, 3).floats());
    }

    @Test
    void knowsItsShape() {
        Tensor tensor = Tensor.zeros(Tensor.Type.U8, 4, 28, 2);
        assertArrayEquals(new int[] {4, 28, 2}, tensor.shape());
        assertEquals(3, tensor.rank());
        assertEquals(28, tensor.dimension(1));
        assertEquals(224, tensor.size());
        assertEquals(4, tensor.rows());
        assertEquals(56, tensor.rowSize());
        assertEquals("U8[4, 28, 2]", tensor.toString());
    }

    @Test
    void theShapeHandedOutIsACopy() {
        Tensor tensor = Tensor.zeros(Tensor.Type.F32, 2);
        tensor.shape()[0] = 7;
        assertEquals(2, tensor.rows());
    }

    @Test
    void aScalarHasNoAxesAndOneElement() {
        assertEquals(1, Tensor.of(new long[] {5}).size());
    }

    @Test
    void aDimensionMayBeZeroButNotNegative() {
        assertEquals(0, Tensor.zeros(Tensor.Type.F32, 0, 3).size());
        assertThrows(IllegalArgumentException.class, () -> Tensor.zeros(Tensor.Type.F32, -1));
    }

    @Test
    void anArrayOfAnotherLengthIsRefusedWithBothLengths() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Tensor.of(new int[5], 2, 3));
        assertEquals("shape [2, 3] has 6 elements, the array 5", refused.getMessage());
    }

    @Test
    void askingForAnotherTypeIsRefused() {
        assertThrows(IllegalStateException.class, () -> Tensor.zeros(Tensor.Type.F32, 2).ints());
    }

    @ParameterizedTest
    @EnumSource(Tensor.Type.class)
    void aCopyHasTheSameBitsInAnArrayOfItsOwn(Tensor.Type type) {
        Tensor tensor = Tensor.zeros(type, 2, 2);
        Tensor copy = tensor.copy();
        assertTrue(copy.sameBits(tensor));
        assertTrue(copy.sameForm(tensor));
        assertFalse(copy.sameBits(Tensor.zeros(type, 4)));
    }

    @Test
    void aCopyDoesNotFollowChanges() {
        Tensor tensor = Tensor.of(new int[] {1, 2}, 2);
        Tensor copy = tensor.copy();
        tensor.ints()[0] = 9;
        assertFalse(copy.sameBits(tensor));
        copy.copyFrom(tensor);
        assertTrue(copy.sameBits(tensor));
    }

    @Test
    void sameBitsTellsZerosAndNaNsApart() {
        assertFalse(Tensor.of(new float[] {0f}, 1).sameBits(Tensor.of(new float[] {-0f}, 1)));
        assertTrue(Tensor.of(new double[] {Double.NaN}, 1).sameBits(Tensor.of(new double[] {Double.NaN}, 1)));
        double other = Double.longBitsToDouble(0x7ff8000000000001L);
        assertFalse(Tensor.of(new double[] {Double.NaN}, 1).sameBits(Tensor.of(new double[] {other}, 1)));
    }

    @Test
    void contentOfAnotherFormIsRefusedWithBothForms() {
        Exception refused = assertThrows(IllegalArgumentException.class,
                () -> Tensor.zeros(Tensor.Type.F32, 2).copyFrom(Tensor.zeros(Tensor.Type.F32, 3)));
        assertEquals("expected a tensor F32[2], got F32[3]", refused.getMessage());
    }
}
