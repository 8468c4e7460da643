package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.Consumer;

/** The laws of every layer: gradients agree with differences, kernels with each other, rows with batches of one. */
final class LayerCheck {

    private LayerCheck() {
    }

    static Network network(String kernels, int[] shape, Consumer<NetworkBuilder> layers) {
        NetworkBuilder builder = Network.of(shape).kernels(Kernels.named(kernels));
        layers.accept(builder);
        return builder.build(Initialiser.PYTORCH, Streams.uniform(3));
    }

    /** A weighted sum of squares of the outputs: a smooth loss that reaches every output. */
    static double loss(float[] outputs, int count) {
        double loss = 0;
        for (int i = 0; i < count; i++) {
            loss += 0.5 * (1 + i % 3) * outputs[i] * outputs[i];
        }
        return loss;
    }

    static float[] lossGradient(float[] outputs, int count) {
        float[] gradient = new float[count];
        for (int i = 0; i < count; i++) {
            gradient[i] = (1 + i % 3) * outputs[i];
        }
        return gradient;
    }

    /** Parameters and inputs against central differences. */
    static void gradients(int[] shape, int rows, float[] inputs, Consumer<NetworkBuilder> layers) {
        Network network = network("vector", shape, layers);
        int count = rows * network.outputs();
        float[] out = network.forward(inputs, rows);
        float[] inputGradient = Arrays.copyOf(network.backwardToInput(lossGradient(out, count)), rows * network.inputs());
        float[] gradient = network.gradient().clone();
        GradientCheck.check(network.parameters(), gradient, 1e-2, theta -> loss(network.forward(inputs, rows), count));
        GradientCheck.check(inputs, inputGradient, 1e-2, x -> loss(network.forward(x, rows), count));
    }

    /** Outputs and gradients have the same bits with both kernels, also after a larger batch and from an offset. */
    static void kernelsAgree(int[] shape, int rows, Consumer<NetworkBuilder> layers) {
        Network plain = network("plain", shape, layers);
        Network vector = network("vector", shape, layers);
        int width = plain.inputs();
        float[] inputs = Streams.values((rows + 3) * width + 5, 17);
        vector.forward(inputs, rows + 3);
        int count = rows * plain.outputs();
        float[] expected = Arrays.copyOf(plain.forward(inputs, 5, rows), count);
        assertArrayEquals(expected, Arrays.copyOf(vector.forward(inputs, 5, rows), count));
        float[] delta = lossGradient(expected, count);
        float[] back = Arrays.copyOf(plain.backwardToInput(delta), rows * width);
        assertArrayEquals(back, Arrays.copyOf(vector.backwardToInput(delta), rows * width));
        assertArrayEquals(plain.gradient(), vector.gradient());
        plain.backwardAdding(delta);
        vector.backwardAdding(delta);
        assertArrayEquals(plain.gradient(), vector.gradient());
    }

    /** A row's output does not depend on the rest of the batch. */
    static void rowsAreIndependent(int[] shape, int rows, Consumer<NetworkBuilder> layers) {
        Network network = network("vector", shape, layers);
        int in = network.inputs();
        int out = network.outputs();
        float[] inputs = Streams.values(rows * in, 4);
        float[] whole = Arrays.copyOf(network.forward(inputs, rows), rows * out);
        for (int r = 0; r < rows; r++) {
            assertArrayEquals(Arrays.copyOfRange(whole, r * out, (r + 1) * out),
                    Arrays.copyOf(network.forward(inputs, r * in, 1), out));
        }
    }

    /** Squared gradients are those of batches of one row. */
    static void squares(int[] shape, int rows, Consumer<NetworkBuilder> layers) {
        Network network = network("vector", shape, layers);
        int out = network.outputs();
        float[] inputs = Streams.values(rows * network.inputs(), 5);
        float[] delta = lossGradient(network.forward(inputs, rows), rows * out);
        float[] sums = new float[network.parameters().length];
        network.addSquaredGradients(delta, sums);
        double[] expected = new double[sums.length];
        for (int r = 0; r < rows; r++) {
            network.forward(inputs, r * network.inputs(), 1);
            network.backward(Arrays.copyOfRange(delta, r * out, (r + 1) * out));
            for (int i = 0; i < expected.length; i++) {
                expected[i] += (double) network.gradient()[i] * network.gradient()[i];
            }
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], sums[i], 1e-4 * Math.max(1, expected[i]), "value " + i);
        }
    }
}
