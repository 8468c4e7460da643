package org.thaw.networks;

import java.util.Arrays;
import java.util.List;
import org.thaw.networks.Initialiser.Filling;
import org.thaw.networks.internal.Batches;
import org.thaw.networks.internal.Flat;
import org.thaw.networks.internal.GruLayer;
import org.thaw.networks.internal.GruMemory;
import org.thaw.networks.internal.Linear;

/**
 * Layers of gated recurrent units (Cho et al. 2014) and a linear map of the last layer's state to the outputs. As in {@code torch.nn.GRU} and cuDNN the
 * reset gate is applied after the product, and z keeps the old state:
 * <pre>
 * r = σ(x·W_r + b_r + h·U_r + c_r)
 * z = σ(x·W_z + b_z + h·U_z + c_z)
 * n = tanh(x·W_n + b_n + r ∘ (h·U_n + c_n))
 * h′ = (1 − z) ∘ n + z ∘ h
 * </pre>
 * {@code input.weight} is [W_r, W_z, W_n] and {@code state.weight} is [U_r, U_z, U_n], side by side. States begin as zeros. The gradient goes back through the
 * whole length of a batch and no further. All parameters are drawn uniform on ±1/√width, as PyTorch does.
 */
public final class Gru implements SequenceNetwork {

    private final Config config;
    private final Kernels kernels;
    private final Flat flat = new Flat();
    private final GruLayer[] layers;
    private final Linear read;
    private final Batches batch;
    private final int[] one = new int[1];
    /** Inputs, outputs and their derivatives by time, see {@link GruLayer}. */
    private float[] inputs = new float[0];
    private float[] outputs = new float[0];
    private float[] states = new float[0];
    private float[] deltas = new float[0];
    private float[] stateDeltas = new float[0];
    private float[] output = new float[0];
    private float[] x = new float[0];
    private float[] s = new float[0];
    private float[] h = new float[0];

    /**
     * Sizes.
     *
     * @param inputs  values of one position's input
     * @param outputs values of one position's output
     * @param width   units of each layer
     * @param layers  number of layers
     */
    public record Config(int inputs, int outputs, int width, int layers) {

        public Config {
            if (inputs < 1 || outputs < 1 || width < 1 || layers < 1) {
                throw new IllegalArgumentException("all sizes of a GRU must be at least 1");
            }
        }
    }

    /** With {@link Kernels#standard()}. */
    public Gru(Config config, Uniform random) {
        this(config, Kernels.standard(), random);
    }

    /** @param random draws the first parameters, see {@link #initialise} */
    public Gru(Config config, Kernels kernels, Uniform random) {
        this(config, kernels);
        initialise(random);
    }

    private Gru(Config config, Kernels kernels) {
        this.config = config;
        this.kernels = kernels;
        Filling filling = Initialiser.uniform((in, out) -> 1 / Math.sqrt(config.width()));
        layers = new GruLayer[config.layers()];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = new GruLayer(flat, kernels, "gru" + (i + 1), i == 0 ? config.inputs() : config.width(), config.width(), filling);
        }
        read = new Linear(flat, kernels, "read", config.width(), config.outputs(), filling, filling);
        batch = new Batches(config.inputs(), config.outputs());
        flat.seal();
    }

    /** Its sizes. */
    public Config config() {
        return config;
    }

    @Override
    public float[] forward(float[] in, int offset, int sequences, int length) {
        batch.begin(in, offset, sequences, length);
        int count = sequences * length;
        inputs = atLeast(inputs, count * config.inputs());
        outputs = atLeast(outputs, count * config.outputs());
        output = atLeast(output, count * config.outputs());
        turn(in, offset, sequences, length, config.inputs(), inputs);
        float[] values = inputs;
        for (int i = 0; i < layers.length; i++) {
            values = layers[i].forward(values, i == 0 ? 0 : sequences * config.width(), sequences, length);
        }
        states = values;
        read.forward(count, states, sequences * config.width(), config.width(), outputs, 0);
        turn(outputs, 0, length, sequences, config.outputs(), output);
        return output;
    }

    private static float[] atLeast(float[] buffer, int size) {
        return buffer.length >= size ? buffer : new float[size];
    }

    /** From rows [first, second] to rows [second, first]. */
    private static void turn(float[] from, int offset, int first, int second, int width, float[] to) {
        for (int i = 0; i < first; i++) {
            for (int j = 0; j < second; j++) {
                System.arraycopy(from, offset + (i * second + j) * width, to, (j * first + i) * width, width);
            }
        }
    }

    @Override
    public void backward(float[] outputGradient) {
        batch.check(outputGradient);
        flat.clearGradient();
        int sequences = batch.sequences();
        int length = batch.length();
        int count = sequences * length;
        int zeros = sequences * config.width();
        deltas = atLeast(deltas, count * config.outputs());
        stateDeltas = atLeast(stateDeltas, count * config.width());
        turn(outputGradient, 0, sequences, length, config.outputs(), deltas);
        read.gradient(count, states, zeros, config.width(), deltas, 0);
        read.turn();
        read.back(count, deltas, 0, stateDeltas, 0, false);
        float[] delta = stateDeltas;
        for (int i = layers.length - 1; i >= 0; i--) {
            delta = layers[i].backward(delta, i == 0 ? 0 : zeros, sequences, length, i == 0);
        }
    }

    @Override
    public Memory memory(int lanes) {
        return new GruMemory(this, config.layers(), config.width(), lanes);
    }

    @Override
    public void advance(Memory memory, int lane, float[] in, int from, float[] out, int to) {
        one[0] = lane;
        advance(memory, one, 1, in, from, out, to);
    }

    @Override
    public void advance(Memory memory, int[] lanes, int count, float[] in, float[] out) {
        advance(memory, lanes, count, in, 0, out, 0);
    }

    private void advance(Memory memory, int[] lanes, int count, float[] in, int from, float[] out, int to) {
        if (!(memory instanceof GruMemory own)) {
            throw new IllegalArgumentException("a GRU cannot read this memory");
        }
        own.check(this, lanes, count);
        batch.check(count, in, from, out, to);
        x = atLeast(x, count * 3 * config.width());
        s = atLeast(s, count * 3 * config.width());
        h = atLeast(h, 2 * count * config.width());
        int size = count * config.width();
        for (int i = 0; i < layers.length; i++) {
            // the layer below left its states in the second half
            float[] below = i == 0 ? in : h;
            int belowAt = i == 0 ? from : size;
            own.take(i, lanes, count, h);
            layers[i].advance(count, below, belowAt, x, s, h);
            own.give(i, lanes, count, h);
            System.arraycopy(h, 0, h, size, size);
        }
        read.forward(count, h, 0, config.width(), out, to);
        own.count(lanes, count);
    }

    @Override
    public int inputs() {
        return config.inputs();
    }

    @Override
    public int outputs() {
        return config.outputs();
    }

    @Override
    public int context() {
        return Integer.MAX_VALUE;
    }

    /** 6·inputs·width + 6·width² for the first layer, 12·width² for each one above, 2·width·outputs; the past has no length for it. */
    @Override
    public long flopsForward(int positions) {
        return Arrays.stream(layers).mapToLong(GruLayer::flops).sum() + read.flops();
    }

    @Override
    public float[] parameters() {
        return flat.parameters();
    }

    @Override
    public float[] gradient() {
        return flat.gradient();
    }

    @Override
    public List<Parameter> layout() {
        return flat.layout();
    }

    @Override
    public Kernels kernels() {
        return kernels;
    }

    @Override
    public void initialise(Uniform random) {
        flat.initialise(random);
    }

    @Override
    public Gru copy() {
        Gru copy = new Gru(config, kernels.another());
        System.arraycopy(parameters(), 0, copy.parameters(), 0, parameters().length);
        return copy;
    }
}
