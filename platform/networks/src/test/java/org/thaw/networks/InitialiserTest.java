package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertEquals("no initialiser is called 'xavier'; there are [pytorch, keras, he, kaiming_uniform, kaiming_normal, "
                + "xavier_uniform, xavier_normal, glorot_uniform, glorot_normal, he_uniform, he_normal, lecun_uniform, "
                + "lecun_normal]", e.getMessage());
    }

    @Test
    void theSameStreamGivesTheSameNetwork() {
        assertArrayEquals(Network.of(9).dense(8).relu().dense(7).build(Initialiser.PYTORCH, Streams.uniform(5)).parameters(),
                Network.of(9).dense(8).relu().dense(7).build(Initialiser.PYTORCH, Streams.uniform(5)).parameters());
    }

    @ParameterizedTest
    @CsvSource({"kaiming_uniform,0.1", "kaiming_normal,0.1", "he_uniform,0.1", "he_normal,0.1", "xavier_uniform,0.08",
            "xavier_normal,0.08", "glorot_uniform,0.08", "glorot_normal,0.08", "keras,0.08", "he,0.1",
            "lecun_uniform,0.0707107", "lecun_normal,0.0707107", "pytorch,0.0408248"})
    void weightsHaveTheDeviationOfTheirFans(String name, double deviation) {
        // √(2/200) = 0.1; √(2/(200 + 112.5)) = 0.08, here 113
        float[] values = Network.of(200).dense(113).build(Initialiser.named(name), Streams.uniform(7)).parameters();
        double sum = 0;
        double squares = 0;
        double largest = 0;
        int n = 200 * 113;
        for (int i = 0; i < n; i++) {
            sum += values[i];
            squares += values[i] * values[i];
            largest = Math.max(largest, Math.abs(values[i]));
        }
        assertEquals(deviation, Math.sqrt(squares / n), 0.015 * deviation);
        assertEquals(0, sum / n, 4 * deviation / Math.sqrt(n));
        if (name.equals("he_normal")) {
            assertEquals(2 * 0.1 / 0.8796, largest, 0.002);
        } else if (name.equals("kaiming_normal")) {
            assertTrue(largest > 0.3);
        }
    }

    @Test
    void aConvolutionsFansCountTheWindow() {
        float[] values = Network.of(5, 5, 2).conv(4, 3).build(Initialiser.KAIMING_UNIFORM, () -> 0).parameters();
        assertEquals((float) -Math.sqrt(6.0 / 18), values[0]);
        assertEquals(0f, values[72]);
    }
}
