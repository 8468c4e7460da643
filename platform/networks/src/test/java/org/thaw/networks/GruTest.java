package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GruTest {

    private static SequenceCheck of(Gru.Config config) {
        return new SequenceCheck(kernels -> new Gru(config, Kernels.named(kernels), Streams.uniform(3)));
    }

    private static final Gru.Config SMALL = new Gru.Config(3, 2, 5, 2);
    private static final Gru.Config LARGER = new Gru.Config(5, 4, 37, 2);

    @Test
    void aStepIsTheHandWorkedOne() {
        Gru gru = new Gru(new Gru.Config(1, 1, 1, 1), Kernels.named("plain"), () -> 0.5);
        // in the order of the layout: W_r, W_z, W_n, b_r, b_z, b_n, U_r, U_z, U_n, c_r, c_z, c_n, and a linear map of 1 and 0
        float[] theta = {1, -1, 2, 0, 0, 0.5f, 0.5f, 1, -1, 0, 0, 0.25f, 1, 0};
        System.arraycopy(theta, 0, gru.parameters(), 0, theta.length);
        double h = 0;
        float[] inputs = {0.5f, -1};
        float[] out = gru.forward(inputs, 1, 2);
        for (int t = 0; t < 2; t++) {
            double x = inputs[t];
            double r = 1 / (1 + Math.exp(-(x + 0.5 * h)));
            double z = 1 / (1 + Math.exp(-(-x + h)));
            double n = Math.tanh(2 * x + 0.5 + r * (-h + 0.25));
            h = (1 - z) * n + z * h;
            assertEquals(h, out[t], 1e-6);
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        of(SMALL).gradientsAgreeWithFiniteDifferences(2, 6, 5e-3);
    }

    @Test
    void outputsAndGradientsHaveTheSameBitsWithEveryKernel() {
        of(SMALL).kernelsAgree(3, 7);
        of(LARGER).kernelsAgree(9, 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void advanceHasTheBitsOfForward(String kernels) {
        of(SMALL).advanceHasTheBitsOfForward(kernels, 9);
        of(LARGER).advanceHasTheBitsOfForward(kernels, 20);
    }

    @Test
    void aSequenceHasTheSameBitsInEveryBatch() {
        of(LARGER).aSequenceHasTheSameBitsInEveryBatch(11, 20);
    }

    @Test
    void laterInputsLeaveEarlierOutputsAlone() {
        of(LARGER).laterInputsLeaveEarlierOutputsAlone(12);
    }

    @Test
    void nothingIsAllocated() {
        of(SMALL).nothingIsAllocated(3, 9);
    }

    @Test
    void aRestoredMemoryGoesOnAsTheSavedOne() {
        of(SMALL).aRestoredMemoryGoesOnAsTheSavedOne(4);
    }

    @Test
    void advanceLeavesTheLastBatchAlone() {
        of(LARGER).advanceLeavesTheLastBatchAlone(2, 9);
    }

    @Test
    void mistakesAreNamed() {
        of(SMALL).mistakesAreNamed();
    }
}
