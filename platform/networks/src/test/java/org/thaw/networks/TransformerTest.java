package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformerTest {

    private static SequenceCheck of(Transformer.Config config) {
        return new SequenceCheck(kernels -> new Transformer(config, Kernels.named(kernels), Streams.uniform(3)));
    }

    /** Its context is shorter than the sequences it is given, and its sizes fill no vector. */
    private static final Transformer.Config SMALL = new Transformer.Config(3, 2, 6, 2, 2, 5, 4);
    /** Its sequences break off within a block of queries. */
    private static final Transformer.Config LARGER = new Transformer.Config(5, 4, 64, 2, 4, 96, 37);

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        of(SMALL).gradientsAgreeWithFiniteDifferences(2, 7, 1e-2);
    }

    @Test
    void gradientsAcrossBlocksOfQueriesAgreeWithFiniteDifferences() {
        of(new Transformer.Config(2, 2, 4, 1, 2, 4, 40)).gradientsAgreeWithFiniteDifferences(1, 70, 2e-2);
    }

    @Test
    void outputsAndGradientsHaveTheSameBitsWithEveryKernel() {
        of(SMALL).kernelsAgree(3, 7);
        of(LARGER).kernelsAgree(3, 75);
        of(new Transformer.Config(5, 4, 40, 1, 2, 33, 100)).kernelsAgree(9, 64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void advanceHasTheBitsOfForwardAlsoBeyondTheContext(String kernels) {
        of(SMALL).advanceHasTheBitsOfForward(kernels, 19);
        of(LARGER).advanceHasTheBitsOfForward(kernels, 80);
    }

    @Test
    void aSequenceHasTheSameBitsInEveryBatch() {
        of(LARGER).aSequenceHasTheSameBitsInEveryBatch(11, 40);
    }

    @Test
    void laterInputsLeaveEarlierOutputsAlone() {
        of(LARGER).laterInputsLeaveEarlierOutputsAlone(70);
    }

    @Test
    void anOutputSeesOneBandForEachLayer() {
        // two layers of context 4 reach back 2·3 positions
        SequenceNetwork network = of(SMALL).network("vector");
        float[] inputs = Streams.values(3 * 20, 1);
        float[] before = network.forward(inputs, 1, 20).clone();
        inputs[3 * 5] += 1;
        float[] after = network.forward(inputs, 1, 20).clone();
        for (int t = 0; t < 20; t++) {
            boolean reached = t >= 5 && t <= 5 + 6;
            assertEquals(reached, before[2 * t] != after[2 * t], "position " + t);
        }
    }

    @Test
    void outputsAreThoseOfTheEquations() {
        Transformer.Config config = SMALL;
        SequenceNetwork network = of(config).network("plain");
        int length = 9;
        float[] inputs = Streams.values(length * config.inputs(), 8);
        double[][] expected = new TransformerEquations(config, network).outputs(inputs, length);
        float[] found = network.forward(inputs, 1, length);
        for (int t = 0; t < length; t++) {
            for (int o = 0; o < config.outputs(); o++) {
                assertEquals(expected[t][o], found[t * config.outputs() + o], 2e-5, "position " + t);
            }
        }
    }

    @Test
    void theFirstBiasesAreTheSlopesOfAlibi() {
        Transformer network = new Transformer(SMALL, Kernels.named("plain"), Streams.uniform(3));
        Parameter bias = network.parameter("block2.attention.bias");
        // two heads: slopes 2^-4 and 2^-8, the last value for the position itself
        float[] expected = {-3 / 16f, -2 / 16f, -1 / 16f, 0, -3 / 256f, -2 / 256f, -1 / 256f, 0};
        assertArrayEquals(expected, Arrays.copyOfRange(network.parameters(), bias.offset(), bias.end()));
    }

    @Test
    void nothingIsAllocated() {
        of(new Transformer.Config(3, 2, 8, 2, 2, 5, 4)).nothingIsAllocated(3, 9);
    }

    @Test
    void aRestoredMemoryGoesOnAsTheSavedOne() {
        of(SMALL).aRestoredMemoryGoesOnAsTheSavedOne(3);
        of(SMALL).aRestoredMemoryGoesOnAsTheSavedOne(11);
    }

    @Test
    void advanceLeavesTheLastBatchAlone() {
        of(LARGER).advanceLeavesTheLastBatchAlone(2, 9);
    }

    @Test
    void mistakesAreNamed() {
        of(SMALL).mistakesAreNamed();
        assertEquals("the width must be a multiple of the heads: 6 is none of 4",
                assertThrows(IllegalArgumentException.class, () -> new Transformer.Config(1, 1, 6, 1, 4, 8, 8)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Transformer.Config(1, 1, 6, 0, 3, 8, 8));
    }
}
