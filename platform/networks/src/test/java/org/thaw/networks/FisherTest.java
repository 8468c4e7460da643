package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FisherTest {

    @Test
    void theExactFisherOfALogisticModelIsItsClosedForm() {
        // two classes: for the weight from input i to class c the diagonal is x_i² p_0 p_1
        Network network = Network.of(2).dense(2).build(Initialiser.KERAS, Streams.uniform(4));
        float[] x = {3, -2};
        float[] p = new SoftmaxCrossEntropy(2).softmax(network.forward(x, 1), 1).clone();
        float[] sums = new float[6];
        new Fisher(network).addExact(x, 0, 1, sums);
        float q = p[0] * p[1];
        assertArrayEquals(new float[] {9 * q, 9 * q, 4 * q, 4 * q, q, q}, sums, 1e-5f);
    }

    @Test
    void theEmpiricalFisherIsTheSquareOfTheTrueLabelsGradientWhateverTheBatch() {
        Network network = Network.of(3).dense(4).relu().dense(3).build(Initialiser.PYTORCH, Streams.uniform(4));
        SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(3);
        float[] x = Streams.values(15, 7);
        int[] labels = {0, 1, 2, 1, 1};
        float[] sums = new float[network.parameters().length];
        new Fisher(network).add(x, 0, 5, labels, 0, sums);
        double[] expected = new double[sums.length];
        for (int r = 0; r < 5; r++) {
            entropy.of(network.forward(x, r * 3, 1), 1, labels, r);
            network.backward(entropy.gradient());
            for (int i = 0; i < expected.length; i++) {
                expected[i] += (double) network.gradient()[i] * network.gradient()[i];
            }
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], sums[i], 1e-5);
        }
    }

    @Test
    void inactiveClassesGiveNoInformation() {
        Network network = Network.of(1).dense(3).build(Initialiser.KERAS, Streams.uniform(4));
        float[] sums = new float[6];
        new Fisher(network).addExact(new float[] {1}, 0, 1, new boolean[] {true, true, false}, sums);
        assertEquals(0f, sums[2]);
        assertEquals(0f, sums[5]);
        assertEquals(sums[0], sums[1], 1e-6f);
    }
}
