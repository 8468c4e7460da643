package org.thaw.environments.wrappers.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Spec;
import org.thaw.api.environment.World;
import org.thaw.tck.host.HostContext;

class RotatedObservationsTest {
    private static World turned(String toy, int quarters) {
        return new RotatedObservations().create(new RotatedObservations.Config(Spec.of(toy), quarters), Toys.host(1));
    }

    /** Of the image [[01, 23, 45], [67, 89, ab]] of pairs of channels the last column comes up. */
    @Test
    void aQuarterTurnsTheLastColumnUp() {
        World world = turned("image", 1);
        assertEquals(List.of(3, 2, 2), world.signature().input().shape());
        assertArrayEquals(new float[] {4, 5, 10, 11, 2, 3, 8, 9, 0, 1, 6, 7}, new Life(world).reset().seen());
    }

    @Test
    void halfATurnReversesRowsAndColumns() {
        World world = turned("image", 2);
        assertEquals(List.of(2, 3, 2), world.signature().input().shape());
        assertArrayEquals(new float[] {10, 11, 8, 9, 6, 7, 4, 5, 2, 3, 0, 1}, new Life(world).reset().seen());
    }

    @Test
    void bytesAreTurnedLikeFloats() {
        assertArrayEquals(new byte[] {4, 5, 10, 11, 2, 3, 8, 9, 0, 1, 6, 7}, new Life(turned("bytes", 1)).reset().out.observation().bytes());
    }

    @Test
    void fourQuartersAreNone() {
        Spec four = Spec.of("image");
        for (int i = 0; i < 4; i++) {
            four = Toys.around("rotated-observations", four);
        }
        HostContext host = Toys.host(1);
        World world = Toys.make(host, four);
        assertEquals(List.of(2, 3, 2), world.signature().input().shape());
        assertArrayEquals(new Life(Toys.make(Toys.host(1), Spec.of("image"))).reset().step(2).seen(), new Life(world).reset().step(2).seen());
    }

    @Test
    void whatIsNoImageIsRefusedWithItsName() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> turned("numbered", 1));
        assertEquals("of: numbered has observations of Categorical[count=12], expected real ones; \"one-hot\" makes them of numbered states", refused.getMessage());
    }
}
