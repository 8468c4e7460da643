package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class InitialiserTest {

    private static float[] drawn(Initialiser initialiser, double always) {
        return Network.of(4).dense(2).build(initialiser, () -> always).parameters();
    }

    @Test
    void pytorchReachesOneOverTheRootOfFanInForWeightsAndBiases() {
        assertArrayEquals(new float[] {-0.5f, -0.5f, -0.5f, -0.5f, -0.5f, -0.5f, -0.5f, -0.5f, -0.5f, -0.5f},
                drawn(Initialiser.PYTORCH, 0));
        assertEquals(0.25f, drawn(Initialiser.PYTORCH, 0.75)[0]);
    }

    @Test
    void kerasReachesTheRootOfSixOverBothFansAndLeavesBiasesZero() {
        float[] values = drawn(Initialiser.KERAS, 0);
        // sqrt(6 / (4 + 2)) = 1
        assertEquals(-1f, values[7]);
        assertEquals(0f, values[8]);
        assertEquals(0f, values[9]);
    }

    @Test
    void namesFindInitialisersAndUnknownOnesAreRefused() {
        assertSame(Initialiser.HE, Initialiser.named("he"));
        Exception e = assertThrows(IllegalArgumentException.class, () -> Initialiser.named("xavier"));
        assertEquals("no initialiser is called 'xavier'; there are [pytorch, keras, he]", e.getMessage());
    }

    @Test
    void theSameStreamGivesTheSameNetwork() {
        assertArrayEquals(Network.of(9).dense(8).relu().dense(7).build(Initialiser.PYTORCH, Streams.uniform(5)).parameters(),
                Network.of(9).dense(8).relu().dense(7).build(Initialiser.PYTORCH, Streams.uniform(5)).parameters());
    }
}
