package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    private static Network small(String kernels) {
        return Network.of(3).dense(5).relu().dense(4).kernels(Kernels.named(kernels))
                .build(Initialiser.PYTORCH, Streams.uniform(3));
    }

    /** A weighted sum of squares of the outputs: a smooth loss that reaches every output. */
    private static double loss(float[] outputs, int count) {
        double loss = 0;
        for (int i = 0; i < count; i++) {
            loss += 0.5 * (1 + i % 3) * outputs[i] * outputs[i];
        }
        return loss;
    }

    private static float[] lossGradient(float[] outputs, int count) {
        float[] gradient = new float[count];
        for (int i = 0; i < count; i++) {
            gradient[i] = (1 + i % 3) * outputs[i];
        }
        return gradient;
    }

    @Test
    void parametersLieOneAfterTheOtherUnderTheirNames() {
        Network network = Network.of(3).dense(5).relu().dense(4).name("head")
                .build(Initialiser.KERAS, Streams.uniform(1));
        assertEquals(List.of(new Parameter("dense1.weight", 0, List.of(3, 5)),
                new Parameter("dense1.bias", 15, List.of(5)),
                new Parameter("head.weight", 20, List.of(5, 4)),
                new Parameter("head.bias", 40, List.of(4))), network.layout());
        assertEquals(44, network.parameters().length);
        assertEquals(44, network.gradient().length);
        assertEquals(List.of("dense1", "relu1", "head"), network.layerNames());
        assertEquals(40, network.parameter("head.weight").end());
    }

    @Test
    void aDenseLayerComputesTheHandWorkedValues() {
        Network network = Network.of(2).dense(2).relu().build(Initialiser.KERAS, Streams.uniform(1));
        System.arraycopy(new float[] {1, 2, 3, -4, 0.5f, 0.25f}, 0, network.parameters(), 0, 6);
        // x = (1, 2): (1 + 6 + 0.5, 2 - 8 + 0.25) = (7.5, -5.75), rectified (7.5, 0)
        float[] out = network.forward(new float[] {9, 1, 2}, 1, 1);
        assertArrayEquals(new float[] {7.5f, 0}, Arrays.copyOf(out, 2));
        float[] back = network.backwardToInput(new float[] {10, 100});
        assertArrayEquals(new float[] {10, 0, 20, 0, 10, 0}, network.gradient());
        assertArrayEquals(new float[] {10, 30}, Arrays.copyOf(back, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void gradientsAgreeWithFiniteDifferences(String kernels) {
        Network network = small(kernels);
        int rows = 6;
        float[] inputs = Streams.values(rows * 3, 8);
        float[] out = network.forward(inputs, rows);
        float[] inputGradient = Arrays.copyOf(
                network.backwardToInput(lossGradient(out, rows * 4)), rows * 3);
        float[] gradient = network.gradient().clone();
        GradientCheck.check(network.parameters(), gradient, 5e-3,
                theta -> loss(network.forward(inputs, rows), rows * 4));
        GradientCheck.check(inputs, inputGradient, 5e-3, x -> loss(network.forward(x, rows), rows * 4));
    }

    @Test
    void backwardAddingAddsAndBackwardOverwrites() {
        Network network = small("plain");
        float[] inputs = Streams.values(6, 8);
        float[] delta = lossGradient(network.forward(inputs, 2), 8);
        network.backward(delta);
        float[] once = network.gradient().clone();
        network.backward(delta);
        assertArrayEquals(once, network.gradient());
        network.backwardAdding(delta);
        for (int i = 0; i < once.length; i++) {
            assertEquals(2 * once[i], network.gradient()[i], 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void aRowsOutputHasTheSameBitsInEveryBatch(String kernels) {
        int rows = 37;
        float[] inputs = Streams.values(rows * 20, 4);
        Network network = Network.of(20).dense(33).relu().dense(7).kernels(Kernels.named(kernels))
                .build(Initialiser.PYTORCH, Streams.uniform(9));
        float[] whole = Arrays.copyOf(network.forward(inputs, rows), rows * 7);
        for (int size : new int[] {1, 2, 3, 8, 10}) {
            for (int from = 0; from + size <= rows; from += size) {
                float[] part = network.forward(inputs, from * 20, size);
                assertArrayEquals(Arrays.copyOfRange(whole, from * 7, (from + size) * 7), Arrays.copyOf(part, size * 7));
            }
        }
    }

    @Test
    void gradientsHaveTheSameBitsWithEveryKernelAndAfterALargerBatch() {
        Network plain = small("plain");
        Network vector = small("vector");
        vector.forward(Streams.values(300, 1), 100);
        float[] inputs = Streams.values(21, 2);
        float[] delta = lossGradient(plain.forward(inputs, 7), 28);
        vector.forward(inputs, 7);
        plain.backward(delta);
        vector.backward(delta);
        assertArrayEquals(plain.gradient(), vector.gradient());
    }

    @Test
    void squaredGradientsAreTheSumOverBatchesOfOneRow() {
        Network network = small("vector");
        int rows = 9;
        float[] inputs = Streams.values(rows * 3, 5);
        float[] delta = lossGradient(network.forward(inputs, rows), rows * 4);
        float[] sums = new float[network.parameters().length];
        network.addSquaredGradients(delta, sums);
        double[] expected = new double[sums.length];
        for (int r = 0; r < rows; r++) {
            network.forward(inputs, r * 3, 1);
            network.backward(Arrays.copyOfRange(delta, r * 4, r * 4 + 4));
            for (int i = 0; i < expected.length; i++) {
                expected[i] += (double) network.gradient()[i] * network.gradient()[i];
            }
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], sums[i], 1e-5 * Math.max(1, expected[i]));
        }
    }

    @Test
    void aCopySharesNothing() {
        Network network = small("plain");
        Network copy = network.copy();
        assertArrayEquals(network.parameters(), copy.parameters());
        copy.parameters()[0] += 1;
        assertEquals(1, copy.parameters()[0] - network.parameters()[0], 1e-6);
    }

    @Test
    void activationsAreThoseOfTheLastBatch() {
        Network network = small("plain");
        float[] out = network.forward(Streams.values(6, 1), 2);
        assertSame(out, network.activation("dense2"));
        float[] before = network.activation("dense1");
        float[] after = network.activation("relu1");
        for (int i = 0; i < 10; i++) {
            assertEquals(Math.max(0, before[i]), after[i]);
        }
    }

    @Test
    void mistakesAreNamed() {
        Network network = small("plain");
        assertEquals("backward needs a forward call before it",
                assertThrows(IllegalStateException.class, () -> network.backward(new float[4])).getMessage());
        assertEquals("a batch of 2 rows of 3 values from index 1 does not fit an array of 6",
                assertThrows(IndexOutOfBoundsException.class, () -> network.forward(new float[6], 1, 2)).getMessage());
        assertEquals("no parameter is called 'fc'; there are [dense1.weight, dense1.bias, dense2.weight, dense2.bias]",
                assertThrows(IllegalArgumentException.class, () -> network.parameter("fc")).getMessage());
        assertThrows(IllegalStateException.class,
                () -> Network.of(2).dense(2).name("a").dense(2).name("a").build(Initialiser.HE, () -> 0));
        assertThrows(IllegalArgumentException.class, () -> Network.of(0));
    }
}
