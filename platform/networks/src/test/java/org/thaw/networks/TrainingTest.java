package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {

    private static final int ROWS = 200;
    /** Steps, and time, that the compiler has for all of it: values of the Vector API are objects until it is done, and a loaded machine is slow with both. */
    private static final int PATIENCE_ROUNDS = 5_000;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    /** Two classes that no line separates: inside and outside a circle. */
    private static int[] labels(float[] points) {
        int[] labels = new int[ROWS];
        for (int r = 0; r < ROWS; r++) {
            labels[r] = points[2 * r] * points[2 * r] + points[2 * r + 1] * points[2 * r + 1] < 0.5f ? 1 : 0;
        }
        return labels;
    }

    private static Network trained(String kernels, boolean adam, int steps) {
        float[] points = Streams.values(2 * ROWS, 1);
        int[] labels = labels(points);
        Network network = Network.of(2).dense(32).relu().dense(32).relu().dense(2).kernels(Kernels.named(kernels))
                .build(Initialiser.PYTORCH, Streams.uniform(2));
        int size = network.parameters().length;
        Optimiser optimiser = adam ? new Adam(size, 0.01) : new Sgd(size, 0.1, 0.9);
        SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(2);
        for (int i = 0; i < steps; i++) {
            int from = i * 50 % ROWS;
            entropy.of(network.forward(points, 2 * from, 50), 50, labels, from);
            network.backward(entropy.gradient());
            optimiser.step(network.parameters(), network.gradient());
        }
        return network;
    }

    private static double accuracy(Network network) {
        float[] points = Streams.values(2 * ROWS, 1);
        int[] labels = labels(points);
        float[] scores = network.forward(points, ROWS);
        int right = 0;
        for (int r = 0; r < ROWS; r++) {
            right += (scores[2 * r + 1] > scores[2 * r] ? 1 : 0) == labels[r] ? 1 : 0;
        }
        return right / (double) ROWS;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSmallNetworkLearnsACircle(boolean adam) {
        assertTrue(accuracy(trained("plain", adam, 800)) > 0.97);
    }

    @Test
    void trainingHasTheSameBitsWithEveryKernel() {
        assertArrayEquals(trained("plain", true, 100).parameters(), trained("vector", true, 100).parameters());
    }

    @Test
    void trainingHasTheSameBitsOnEveryMachineAndJdk() {
        // recorded on an x86-64 machine with JDK 17
        CRC32 crc = new CRC32();
        for (float value : trained("plain", true, 100).parameters()) {
            crc.update(ByteBuffer.allocate(4).putInt(0, Float.floatToRawIntBits(value)));
        }
        assertEquals("85f490", Long.toHexString(crc.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void aTrainingStepAllocatesNothing(String kernels) {
        Network network = Network.of(9).dense(20).relu().dense(10).kernels(Kernels.named(kernels))
                .build(Initialiser.PYTORCH, Streams.uniform(2));
        Optimiser optimiser = new Adam(network.parameters().length, 0.01);
        SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(10);
        float[] inputs = Streams.values(32 * 9, 1);
        int[] labels = Streams.labels(32, 10, 1);
        allocatesNothing(step -> {
            int rows = step == 0 ? 32 : 1 + step % 32;
            entropy.of(network.forward(inputs, rows), rows, labels, 0);
            network.backward(entropy.gradient());
            optimiser.step(network.parameters(), network.gradient());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void aTrainingStepOfEveryLayerAllocatesNothing(String kernels) {
        Network network = Network.of(5, 6, 2).conv(3, 3, 1, 1).leakyRelu(0.01).maxPool(2, 1).layerNorm()
                .residual(f -> f.convWithoutBias(3, 3, 1, 1).batchNorm().gelu()).averagePool(2, 2).dropout(0.1, Streams.uniform(1))
                .branches(a -> a.dense(4).tanh(), b -> b.dense(3)).kernels(Kernels.named(kernels))
                .build(Initialiser.HE_NORMAL, Streams.uniform(2));
        Optimiser optimiser = new RmsProp(network.parameters().length, 1e-4, 0.95, 0.01, true);
        Huber loss = new Huber(7, 1);
        float[] inputs = Streams.values(8 * 60, 1);
        float[] targets = Streams.values(8 * 7, 2);
        allocatesNothing(step -> {
            int rows = step == 0 ? 8 : 1 + step % 8;
            loss.of(network.forward(inputs, rows), rows, targets, 0);
            network.backward(loss.gradient());
            optimiser.step(network.parameters(), network.gradient());
        });
    }

    /** A round in which the JVM itself allocates proves nothing. */
    private static void allocatesNothing(IntConsumer training) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        long begun = System.nanoTime();
        for (int round = 0; least >= 100 * 8 && (round < PATIENCE_ROUNDS || System.nanoTime() - begun < PATIENCE_NANOS); round++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int step = 0; step < 100; step++) {
                training.accept(step);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        }
        assertTrue(least < 100 * 8, least + " bytes in 100 steps");
    }
}
