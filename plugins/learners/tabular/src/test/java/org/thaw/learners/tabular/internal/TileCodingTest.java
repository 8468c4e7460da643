package org.thaw.learners.tabular.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;

class TileCodingTest {
    private static int[] active(TileCoding coding, Space.Real space, float... observation) {
        StepBuffer step = new StepBuffer(new Signature(space, new Space.Categorical(2)));
        System.arraycopy(observation, 0, step.observation().floats(), 0, observation.length);
        Active active = new Active(coding.most());
        coding.of(step, active);
        return Arrays.copyOf(active.index, active.count);
    }

    /** Two grids of two tiles on [0, 1], and half a tile at either end; the second is shifted by half a tile. */
    @Test
    void eachShiftedGridHasOneActiveTile() {
        Space.Real line = Space.Real.of(0, 1, 1);
        TileCoding coding = new TileCoding(line, List.of(), List.of(), 2, 2, 100);
        assertEquals(6, coding.count());
        assertArrayEquals(new int[] {0, 3}, active(coding, line, 0));
        assertArrayEquals(new int[] {0, 4}, active(coding, line, 0.3f));
        assertArrayEquals(new int[] {1, 4}, active(coding, line, 0.6f));
        assertArrayEquals(new int[] {2, 5}, active(coding, line, 1));
        assertArrayEquals(new int[] {2, 5}, active(coding, line, 7), "what lies outside counts as the edge");
    }

    /** In units of tiles the second grid is shifted by ¼ and ¾. */
    @Test
    void dimensionsAreShiftedByOddParts() {
        Space.Real square = Space.Real.of(-1, 3, 2);
        TileCoding coding = new TileCoding(square, List.of(0.0, 0.0), List.of(1.0, 2.0), 4, 1, 100);
        int[] tiles = active(coding, square, 0, 0.5f);
        // y is a quarter of a tile in: ¼ + ¾ reaches the second tile of grid 1; grids 2 and 3 are shifted by 2/4, 2/4 and 3/4, 1/4
        assertArrayEquals(new int[] {0, 4 + 1, 8, 12}, tiles);
    }

    @Test
    void sharesPlacesByHashingWhereTilesAreTooMany() {
        Space.Real space = Space.Real.of(0, 1, 12);
        TileCoding coding = new TileCoding(space, List.of(), List.of(), 8, 8, 1000);
        assertEquals(1000, coding.count());
        float[] half = new float[12];
        Arrays.fill(half, 0.5f);
        int[] here = active(coding, space, half);
        assertEquals(8, here.length);
        assertTrue(Arrays.stream(here).allMatch(i -> i >= 0 && i < 1000));
        assertTrue(Arrays.stream(here).distinct().count() > 5);
        half[11] = 1;
        assertTrue(!Arrays.equals(here, active(coding, space, half)));
    }

    /** 2 · 9³ tiles in half a million places: chance makes about one of them fall on one of the other grid. */
    @Test
    void hashingDoesNotMixUpNeighbouringTilesOfTwoGrids() {
        Space.Real space = Space.Real.of(0, 1, 6);
        TileCoding coding = new TileCoding(space, List.of(), List.of(), 2, 8, 500_000);
        assertEquals(500_000, coding.count());
        Set<Integer> first = new TreeSet<>();
        Set<Integer> second = new TreeSet<>();
        for (int tile = 0; tile < 729; tile++) {
            // in the lower half of each tile, where the second grid, shifted by half a tile, has the same numbers
            int[] here = active(coding, space, at(tile % 9), at(tile / 9 % 9), at(tile / 81), 0, 0, 0);
            first.add(here[0]);
            second.add(here[1]);
        }
        assertTrue(first.size() > 720 && second.size() > 720, first.size() + " and " + second.size());
        first.retainAll(second);
        assertTrue(first.size() < 10, first.size() + " shared");
    }

    private static float at(int tile) {
        return (tile + 0.25f) / 8;
    }

    @Test
    void refusesObservationsWithoutBounds() {
        Space.Real free = Space.Real.of(Double.NEGATIVE_INFINITY, 1, 2);
        String message = assertThrows(IllegalArgumentException.class, () -> new TileCoding(free, List.of(), List.of(), 8, 8, 100)).getMessage();
        assertTrue(message.contains("2 numbers each"), message);
        assertThrows(IllegalArgumentException.class, () -> new TileCoding(free, List.of(0.0), List.of(1.0), 8, 8, 100));
        assertThrows(IllegalArgumentException.class, () -> new TileCoding(free, List.of(0.0, 1.0), List.of(1.0, 1.0), 8, 8, 100));
    }
}
