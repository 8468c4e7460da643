package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Function;

/** The laws of every sequence network, each for networks of one description made with kernels of any name. */
final class SequenceCheck {

    private final Function<String, SequenceNetwork> maker;

    SequenceCheck(Function<String, SequenceNetwork> maker) {
        this.maker = maker;
    }

    /** Parameters moved away from the ones, zeros and slopes they start from. */
    SequenceNetwork network(String kernels) {
        SequenceNetwork network = maker.apply(kernels);
        float[] noise = Streams.values(network.parameters().length, 99);
        for (int i = 0; i < noise.length; i++) {
            network.parameters()[i] += 0.2f * noise[i];
        }
        return network;
    }

    private static float[] outputs(SequenceNetwork network, float[] inputs, int sequences, int length) {
        return Arrays.copyOf(network.forward(inputs, sequences, length), sequences * length * network.outputs());
    }

    void gradientsAgreeWithFiniteDifferences(int sequences, int length, double tolerance) {
        SequenceNetwork network = network("vector");
        float[] inputs = Streams.values(sequences * length * network.inputs(), 8);
        int count = sequences * length * network.outputs();
        network.backward(LayerCheck.lossGradient(network.forward(inputs, sequences, length), count));
        float[] gradient = network.gradient().clone();
        GradientCheck.check(network.parameters(), gradient, tolerance,
                theta -> LayerCheck.loss(network.forward(inputs, sequences, length), count));
    }

    void kernelsAgree(int sequences, int length) {
        SequenceNetwork plain = network("plain");
        SequenceNetwork vector = network("vector");
        float[] inputs = Streams.values(5 + sequences * length * plain.inputs(), 8);
        vector.forward(Streams.values((sequences + 1) * (length + 3) * plain.inputs(), 7), sequences + 1, length + 3);
        int count = sequences * length * plain.outputs();
        float[] expected = Arrays.copyOf(plain.forward(inputs, 5, sequences, length), count);
        assertArrayEquals(expected, Arrays.copyOf(vector.forward(inputs, 5, sequences, length), count));
        float[] delta = LayerCheck.lossGradient(expected, count);
        plain.backward(delta);
        vector.backward(delta);
        assertArrayEquals(plain.gradient(), vector.gradient());
        vector.backward(delta);
        assertArrayEquals(plain.gradient(), vector.gradient());
    }

    void advanceHasTheBitsOfForward(String kernels, int length) {
        SequenceNetwork network = network(kernels);
        int lanes = 5;
        int in = network.inputs();
        int out = network.outputs();
        float[] inputs = Streams.values(lanes * length * in, 8);
        float[] expected = outputs(network, inputs, lanes, length);
        SequenceNetwork.Memory single = network.memory(lanes);
        SequenceNetwork.Memory several = network.memory(lanes);
        // lanes in another order, and some of them one position behind
        int[] order = {3, 0, 4, 1, 2};
        float[] some = new float[lanes * in];
        float[] found = new float[lanes * out];
        float[] one = new float[out + 2];
        for (int t = 0; t < length; t++) {
            for (int lane = 0; lane < lanes; lane++) {
                network.advance(single, lane, inputs, (lane * length + t) * in, one, 2);
                assertArrayEquals(Arrays.copyOfRange(expected, (lane * length + t) * out, (lane * length + t + 1) * out), Arrays.copyOfRange(one, 2, 2 + out));
            }
            for (int i = 0; i < lanes; i++) {
                System.arraycopy(inputs, (order[i] * length + t) * in, some, i * in, in);
            }
            network.advance(several, order, 2, some, found);
            float[] rest = new float[lanes * out];
            network.advance(several, new int[] {4, 1, 2}, 3, Arrays.copyOfRange(some, 2 * in, 5 * in), rest);
            System.arraycopy(rest, 0, found, 2 * out, 3 * out);
            for (int i = 0; i < lanes; i++) {
                int at = (order[i] * length + t) * out;
                assertArrayEquals(Arrays.copyOfRange(expected, at, at + out), Arrays.copyOfRange(found, i * out, (i + 1) * out));
            }
        }
        assertEquals(length, single.length(3));
    }

    void aSequenceHasTheSameBitsInEveryBatch(int sequences, int length) {
        SequenceNetwork network = network("vector");
        float[] inputs = Streams.values(sequences * length * network.inputs(), 8);
        float[] whole = outputs(network, inputs, sequences, length);
        int size = length * network.outputs();
        for (int i = 0; i < sequences; i++) {
            assertArrayEquals(Arrays.copyOfRange(whole, i * size, (i + 1) * size),
                    Arrays.copyOf(network.forward(inputs, i * length * network.inputs(), 1, length), size));
        }
    }

    void laterInputsLeaveEarlierOutputsAlone(int length) {
        SequenceNetwork network = network("vector");
        float[] inputs = Streams.values(length * network.inputs(), 8);
        float[] before = outputs(network, inputs, 1, length);
        for (int t = 0; t < length; t++) {
            float[] changed = inputs.clone();
            Arrays.fill(changed, t * network.inputs(), changed.length, 1e3f);
            float[] after = outputs(network, changed, 1, length);
            int same = t * network.outputs();
            assertArrayEquals(Arrays.copyOf(before, same), Arrays.copyOf(after, same));
            assertTrue(!Arrays.equals(Arrays.copyOfRange(before, same, same + network.outputs()), Arrays.copyOfRange(after, same, same + network.outputs())));
        }
    }

    /** Plain kernels: vectors are objects until the JIT compiler has met them. */
    void nothingIsAllocated(int sequences, int length) {
        SequenceNetwork network = network("plain");
        float[] inputs = Streams.values(sequences * length * network.inputs(), 8);
        float[] delta = Streams.values(sequences * length * network.outputs(), 9);
        float[] outputs = new float[3 * network.outputs()];
        SequenceNetwork.Memory memory = network.memory(3);
        float[] saved = new float[memory.size()];
        int[] lanes = {2, 0, 1};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int step = 0; step < 320; step++) {
            if (step == 20) {
                before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            }
            network.forward(inputs, step == 0 ? sequences : 1 + step % sequences, step < 2 ? length : 1 + step % length);
            network.backward(delta);
            network.advance(memory, lanes, 1 + step % 3, inputs, outputs);
            network.advance(memory, 0, inputs, 0, outputs, 0);
            memory.save(0, saved, 0);
            memory.restore(1, saved, 0);
            memory.clear(2);
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertTrue(allocated < 4096, allocated + " bytes in 300 steps");
    }

    void aRestoredMemoryGoesOnAsTheSavedOne(int length) {
        SequenceNetwork network = network("vector");
        SequenceNetwork.Memory memory = network.memory(2);
        int in = network.inputs();
        float[] inputs = Streams.values((length + 3) * in, 8);
        float[] expected = new float[network.outputs()];
        float[] found = new float[network.outputs()];
        for (int t = 0; t < length; t++) {
            network.advance(memory, 1, inputs, t * in, expected, 0);
        }
        float[] saved = new float[memory.size() + 1];
        memory.save(1, saved, 1);
        SequenceNetwork copy = network.copy();
        SequenceNetwork.Memory other = copy.memory(3);
        other.restore(2, saved, 1);
        assertEquals(length, other.length(2));
        for (int t = length; t < length + 3; t++) {
            network.advance(memory, 1, inputs, t * in, expected, 0);
            copy.advance(other, 2, inputs, t * in, found, 0);
            assertArrayEquals(expected, found);
        }
        memory.clear(1);
        float[] empty = new float[memory.size()];
        memory.save(1, empty, 0);
        assertArrayEquals(new float[memory.size()], empty);
    }

    void advanceLeavesTheLastBatchAlone(int sequences, int length) {
        SequenceNetwork network = network("vector");
        float[] inputs = Streams.values(sequences * length * network.inputs(), 8);
        float[] delta = Streams.values(sequences * length * network.outputs(), 9);
        network.forward(inputs, sequences, length);
        network.backward(delta);
        float[] expected = network.gradient().clone();
        network.forward(inputs, sequences, length);
        network.advance(network.memory(1), 0, inputs, 0, new float[network.outputs()], 0);
        network.backward(delta);
        assertArrayEquals(expected, network.gradient());
    }

    void mistakesAreNamed() {
        SequenceNetwork network = network("plain");
        assertEquals("backward needs a forward call before it",
                assertThrows(IllegalStateException.class, () -> network.backward(new float[100])).getMessage());
        assertEquals("2 sequences of 3 positions of " + network.inputs() + " values from index 0 do not fit an array of 5",
                assertThrows(IndexOutOfBoundsException.class, () -> network.forward(new float[5], 2, 3)).getMessage());
        float[] one = new float[network.inputs()];
        float[] out = new float[network.outputs()];
        assertEquals("there is no lane 2 in a memory of 2", assertThrows(IndexOutOfBoundsException.class,
                () -> network.advance(network.memory(2), 2, one, 0, out, 0)).getMessage());
        assertEquals("this memory was made by another network; ask this one for a memory of its own", assertThrows(IllegalArgumentException.class,
                () -> network.advance(network.copy().memory(2), 0, one, 0, out, 0)).getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> network.advance(network.memory(1), 0, one, 1, out, 0));
        assertThrows(IllegalArgumentException.class, () -> network.memory(0));
    }
}
