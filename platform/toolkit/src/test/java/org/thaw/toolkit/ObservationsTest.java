package org.thaw.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Space;
import org.thaw.api.Tensor;

class ObservationsTest {
    @Test
    void aNumberBecomesTheOneAmongZeros() {
        Observations numbers = new Observations(new Space.Categorical(3));
        float[] row = {7, 7, 7, 7, 7};
        numbers.write(Tensor.of(new int[] {2}, 1), row, 1);
        assertArrayEquals(new float[] {7, 0, 0, 1, 7}, row);
        assertArrayEquals(new int[] {3}, numbers.shape());
    }

    @Test
    void bytesBecome255thsAndRealNumbersStay() {
        float[] rows = new float[4];
        new Observations(new Space.Real(Tensor.Type.U8, List.of(2), 0, 255)).writeAll(Tensor.of(new byte[] {0, (byte) 255, 51, 0}, 2, 2), rows);
        assertArrayEquals(new float[] {0, 1, 0.2f, 0}, rows);
        new Observations(Space.Real.of(-1, 1, 2)).write(Tensor.of(new float[] {-1, 0.5f}, 1, 2), rows, 2);
        assertArrayEquals(new float[] {0, 1, -1, 0.5f}, rows);
    }

    @Test
    void aPictureHasThreeExtentsAndRoomForTheWindow() {
        assertTrue(new Observations(Space.Real.of(0, 1, 10, 10, 4)).isPicture(3));
        assertFalse(new Observations(Space.Real.of(0, 1, 10, 2, 4)).isPicture(3));
        assertFalse(new Observations(Space.Real.of(0, 1, 100)).isPicture(1));
        assertEquals(400, new Observations(Space.Real.of(0, 1, 10, 10, 4)).size());
    }
}
