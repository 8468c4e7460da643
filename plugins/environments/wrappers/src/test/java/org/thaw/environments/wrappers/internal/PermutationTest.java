package org.thaw.environments.wrappers.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Space;

/** Renamed actions and rearranged observations. */
class PermutationTest {
    private static Inner image() {
        return new Inner("image", Toy.image(Toys.host(1)));
    }

    @Test
    void actionsLegalMovesAndPlayersAreThoseOfTheInnerWorld() {
        Life life = new Life(new PermutedActions.Renamed(image(), 2, 0, 1)).reset();
        assertArrayEquals(new boolean[] {true, true, true}, life.out.legal());
        life.step(0);
        assertEquals(12, life.seen()[0], "step 1, action 2 there");
        assertEquals("MID 1.0 1.0 player 1", life.outcome());
        assertArrayEquals(new boolean[] {false, true, true}, life.out.legal());
        life.step(1);
        assertEquals(20, life.seen()[0], "step 2, action 0 there");
        assertEquals("MID -1.0 1.0 player 0", life.outcome());
        assertArrayEquals(new boolean[] {true, false, true}, life.out.legal());
    }

    @Test
    void anOrderAndItsInverseUndoEachOther() {
        PermutedActions.Renamed once = new PermutedActions.Renamed(image(), 2, 0, 1);
        Life life = new Life(new PermutedActions.Renamed(new Inner("renamed", once), 1, 2, 0)).reset().step(2);
        assertEquals(12, life.seen()[0]);
        assertArrayEquals(new boolean[] {true, true, false}, life.out.legal());

        int[] order = Order.of(List.of(), 3, Toy.STATES, Toys.host(1));
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        Inner there = image();
        Inner rearranged = new Inner("rearranged", new Rearranged(there, there.realObservations(), order));
        Life seen = new Life(new Rearranged(rearranged, there.realObservations(), inverse)).reset().step(1);
        assertArrayEquals(new Life(image().world()).reset().step(1).seen(), seen.seen());
    }

    @Test
    void elementIIsElementOrderIOfTheInnerObservation() {
        int[] order = {11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Inner there = image();
        Life life = new Life(new Rearranged(there, there.realObservations(), order)).reset().step(1);
        assertArrayEquals(new float[] {22, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21}, life.seen());
    }

    /** Numbered states and their one-hot vectors are rearranged alike. */
    @Test
    void permutingAndMarkingMayChangePlaces() {
        int[] order = {3, 0, 1, 2, 7, 6, 5, 4, 11, 10, 9, 8};
        Space.Real vector = Space.Real.of(0, 1, Toy.STATES);
        Inner marked = new Inner("marked", new OneHot.Marked(new Inner("toy", Toy.numbered(Toys.host(9))), vector));
        Life first = new Life(new Rearranged(marked, vector, order)).reset();
        Inner renumbered = new Inner("renumbered", new Renumbered(new Inner("toy", Toy.numbered(Toys.host(9))), order));
        Life second = new Life(new OneHot.Marked(renumbered, vector)).reset();
        for (int step = 0; step < 7; step++) {
            assertArrayEquals(first.seen(), second.seen());
            first.step(step % 3);
            second.step(step % 3);
        }
    }

    @Test
    void aDrawnOrderBelongsToSeedAndKeyAndIsNeverTheNaturalOne() {
        int[] order = Order.of(List.of(), 0, 50, Toys.host(1));
        assertArrayEquals(order, Order.of(List.of(), 0, 50, Toys.host(1)));
        assertFalse(Arrays.equals(order, Order.of(List.of(), 1, 50, Toys.host(1))));
        assertFalse(Arrays.equals(order, Order.of(List.of(), 0, 50, Toys.host(2))));
        for (int seed = 0; seed < 20; seed++) {
            assertArrayEquals(new int[] {1, 0}, Order.of(List.of(), 0, 2, Toys.host(seed)));
        }
        assertArrayEquals(new int[] {0}, Order.of(List.of(), 0, 1, Toys.host(1)));
    }

    @Test
    void whatIsNoOrderIsRefused() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Order.of(List.of(0, 1, 1), 0, 3, Toys.host(1)));
        assertEquals("order: [0, 1, 1], expected each number from 0 to 2 once", refused.getMessage());
    }
}
