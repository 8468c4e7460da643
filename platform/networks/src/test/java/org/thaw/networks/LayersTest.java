package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayersTest {

    /** Everything whose rows do not depend on each other. */
    static Stream<Consumer<NetworkBuilder>> rowwise() {
        return Stream.of(
                net -> net.dense(5).leakyRelu(0.2).dense(3),
                net -> net.dense(5).tanh().dense(3),
                net -> net.dense(5).gelu().dense(3),
                net -> net.gelu(),
                net -> net.dense(5).silu().dense(3),
                net -> net.conv(3, 2).silu().dense(5).dsilu().dense(3),
                net -> net.dsilu(),
                net -> net.flatten().layerNorm().dense(3),
                net -> net.dense(37).layerNorm().tanh().dense(3),
                net -> net.conv(5, 2, 1, 0).layerNorm().tanh(),
                net -> net.residual(f -> f.conv(4, 3, 1, 1).tanh().conv(2, 3, 1, 1)).dense(3),
                net -> net.residual(f -> f.dense(5).tanh().dense(24)).residual(f -> f.tanh().dense(24)).dense(2),
                net -> net.tanh().branches(a -> a.dense(3), b -> b.conv(2, 2).gelu().dense(4), c -> c.flatten()).dense(2));
    }

    private static final int[] SHAPE = {3, 4, 2};

    @ParameterizedTest
    @MethodSource("rowwise")
    void layersKeepTheirLaws(Consumer<NetworkBuilder> layers) {
        LayerCheck.gradients(SHAPE, 3, Streams.values(3 * 24, 8), layers);
        LayerCheck.kernelsAgree(SHAPE, 5, layers);
        LayerCheck.rowsAreIndependent(SHAPE, 4, layers);
        LayerCheck.squares(SHAPE, 4, layers);
    }

    static Stream<Consumer<NetworkBuilder>> batchwise() {
        return Stream.of(
                net -> net.batchNorm().dense(3),
                net -> net.dense(37).batchNorm().tanh().dense(3),
                net -> net.convWithoutBias(17, 3, 1, 1).batchNorm().tanh().dense(2),
                net -> net.residual(f -> f.convWithoutBias(4, 3, 1, 1).batchNorm().tanh().convWithoutBias(2, 3, 1, 1).batchNorm())
                        .dense(2));
    }

    @ParameterizedTest
    @MethodSource("batchwise")
    void batchNormKeepsTheLawsOfLayersWithinABatch(Consumer<NetworkBuilder> layers) {
        LayerCheck.gradients(SHAPE, 4, Streams.values(4 * 24, 8), layers);
        LayerCheck.kernelsAgree(SHAPE, 5, layers);
    }

    @ParameterizedTest
    @MethodSource("batchwise")
    void batchNormInInferenceKeepsTheLawsOfRows(Consumer<NetworkBuilder> layers) {
        Network network = LayerCheck.network("vector", SHAPE, layers);
        float[] inputs = Streams.values(6 * 24, 8);
        network.forward(inputs, 6);
        network.training(false);
        int out = network.outputs();
        float[] whole = Arrays.copyOf(network.forward(inputs, 6), 6 * out);
        assertArrayEquals(Arrays.copyOfRange(whole, 2 * out, 3 * out), Arrays.copyOf(network.forward(inputs, 48, 1), out));
        float[] values = Arrays.copyOf(network.forward(inputs, 6), 6 * out);
        float[] back = Arrays.copyOf(network.backwardToInput(LayerCheck.lossGradient(values, 6 * out)), 6 * 24);
        float[] gradient = network.gradient().clone();
        GradientCheck.check(network.parameters(), gradient, 1e-2, theta -> LayerCheck.loss(network.forward(inputs, 6), 6 * out));
        GradientCheck.check(inputs, back, 1e-2, x -> LayerCheck.loss(network.forward(x, 6), 6 * out));
    }

    @Test
    void batchNormComputesTheHandWorkedValues() {
        Network network = Network.of(1).batchNorm().build(Initialiser.PYTORCH, () -> 0.5);
        assertArrayEquals(new float[] {1, 0}, network.parameters());
        assertEquals(List.of(new Parameter("batchnorm1.mean", 0, List.of(1)), new Parameter("batchnorm1.variance", 1, List.of(1))),
                network.statisticsLayout());
        assertArrayEquals(new float[] {0, 1}, network.statistics());
        network.parameters()[0] = 2;
        network.parameters()[1] = 10;
        // mean 4, biased variance 4, unbiased 8
        assertArrayEquals(new float[] {8, 12}, Arrays.copyOf(network.forward(new float[] {2, 6}, 2), 2), 1e-4f);
        assertArrayEquals(new float[] {0.4f, 1.7f}, network.statistics(), 1e-6f);
        network.training(false);
        assertEquals(10 + 2 * (2 - 0.4) / Math.sqrt(1.7), network.forward(new float[] {2}, 1)[0], 1e-4);
        Network copy = network.copy();
        assertArrayEquals(network.statistics(), copy.statistics());
        assertEquals(network.forward(new float[] {3}, 1)[0], copy.forward(new float[] {3}, 1)[0]);
    }

    @Test
    void squaredGradientsWithBatchNormAskForInferenceMode() {
        Network network = Network.of(2).batchNorm().dense(1).build(Initialiser.PYTORCH, Streams.uniform(1));
        network.forward(new float[4], 2);
        assertThrows(IllegalStateException.class, () -> network.addSquaredGradients(new float[2], new float[7]));
        network.training(false);
        network.forward(new float[4], 2);
        network.addSquaredGradients(new float[2], new float[7]);
    }

    @Test
    void layerNormComputesTheHandWorkedValues() {
        Network network = Network.of(2).layerNorm().build(Initialiser.PYTORCH, () -> 0.5);
        System.arraycopy(new float[] {2, 3, 10, 20}, 0, network.parameters(), 0, 4);
        // mean 4, deviation 2: x̂ = -1, 1
        assertArrayEquals(new float[] {8, 23}, Arrays.copyOf(network.forward(new float[] {2, 6}, 1), 2), 1e-4f);
    }

    @Test
    void dropoutDropsInTrainingAndNotInInference() {
        float[] draws = {0.1f, 0.9f, 0.24f, 0.25f};
        int[] next = {0};
        Network network = Network.of(4).dropout(0.25, () -> draws[next[0]++]).build(Initialiser.PYTORCH, () -> 0);
        float[] x = {3, 6, 9, 12};
        assertArrayEquals(new float[] {0, 8, 0, 16}, Arrays.copyOf(network.forward(x, 1), 4), 1e-5f);
        assertArrayEquals(new float[] {0, 4 / 3f, 0, 4 / 3f},
                Arrays.copyOf(network.backwardToInput(new float[] {1, 1, 1, 1}), 4), 1e-6f);
        network.training(false);
        assertArrayEquals(x, Arrays.copyOf(network.forward(x, 1), 4));
        assertEquals(4, next[0]);
    }

    @Test
    void gradientsPassDropoutsMask() {
        // 3 rows of 5 values take 15 draws, so the mask is the same at each forward pass: of four values in a row, two are dropped
        int[] next = {0};
        Uniform draws = () -> next[0]++ % 15 % 4 / 4.0;
        LayerCheck.gradients(SHAPE, 3, Streams.values(3 * 24, 8), net -> net.dense(5).dropout(0.3, draws).tanh().dense(3));
        assertEquals(0, next[0] % 15);
    }

    @Test
    void blocksNameTheirParametersByPath() {
        Network network = Network.of(2).residual(f -> f.dense(3).relu().dense(2)).name("block")
                .branches(a -> a.dense(1), b -> b.dense(2).name("value")).build(Initialiser.PYTORCH, Streams.uniform(1));
        assertEquals(List.of("block.dense1.weight", "block.dense1.bias", "block.dense2.weight", "block.dense2.bias",
                "branches1.branch1.dense1.weight", "branches1.branch1.dense1.bias", "branches1.branch2.value.weight",
                "branches1.branch2.value.bias"), network.layout().stream().map(Parameter::name).toList());
        assertEquals(3, network.outputs());
    }

    @Test
    void theSigmoidWeightedUnitsComputeTheirTabulatedValues() {
        float[] x = {0, 1, -2};
        // σ(1) = 0.7310585786, σ(−2) = 0.1192029220
        assertArrayEquals(new float[] {0, 0.7310586f, -0.2384058f},
                Arrays.copyOf(Network.of(3).silu().build(Initialiser.HE, () -> 0).forward(x, 1), 3), 1e-6f);
        assertArrayEquals(new float[] {0.5f, 0.9276705f, -0.0907842f},
                Arrays.copyOf(Network.of(3).dsilu().build(Initialiser.HE, () -> 0).forward(x, 1), 3), 1e-6f);
    }

    @Test
    void layersInsideBranchesShowTheirOutputs() {
        Network network = Network.of(2).branches(a -> a.relu().dense(1), b -> b.dense(1)).build(Initialiser.PYTORCH, Streams.uniform(1));
        network.forward(new float[] {-3, 4}, 1);
        assertArrayEquals(new float[] {0, 4}, Arrays.copyOf(network.activation("branches1.branch1.relu1"), 2));
        assertEquals("no layer is called 'tanh1'; there are [relu1, dense1]", assertThrows(IllegalArgumentException.class,
                () -> network.activation("branches1.branch1.tanh1")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> network.activation("branches1.branch3"));
    }

    @Test
    void aBlockThatChangesTheShapeIsRefused() {
        assertEquals("the layers of a residual block must keep the shape [2], not turn it to [3]",
                assertThrows(IllegalArgumentException.class,
                        () -> Network.of(2).residual(f -> f.dense(3)).build(Initialiser.HE, () -> 0)).getMessage());
    }
}
