package org.thaw.networks;

import java.util.Arrays;
import java.util.List;
import org.thaw.networks.Initialiser.Filling;
import org.thaw.networks.internal.Batches;
import org.thaw.networks.internal.Flat;
import org.thaw.networks.internal.Linear;
import org.thaw.networks.internal.Norm;
import org.thaw.networks.internal.TransformerBlock;
import org.thaw.networks.internal.TransformerMemory;
import org.thaw.networks.internal.TransformerScratch;
import org.thaw.networks.internal.TransformerShape;

/**
 * A causal transformer (Vaswani et al. 2017) of pre-norm blocks (Radford et al. 2019): a linear map of each position's input, blocks of attention
 * and feed-forward layers with GELU, a last layer norm, and a linear map to the outputs.
 *
 * <p><b>Banded attention.</b> In every layer a position attends to the latest {@link Config#context()} positions, its own included, in
 * {@link #forward} as in {@code advance}. So a life may be longer than the context: keys fall out of the memory at the far end, and the outputs are still
 * those of {@code forward} over the whole life. With L layers an output depends on at most the latest L·(context − 1) + 1 inputs.
 *
 * <p><b>Positions</b> enter only as distances: for each distance below the context, each head of each layer adds a learned bias to its scores
 * (Raffel et al. 2020, without buckets). At first these are the slopes of ALiBi (Press, Smith and Lewis 2022).
 *
 * <p>Weights are drawn uniform on ±√(6/(fan in + fan out)) (Glorot and Bengio 2010), those that add to the residual stream divided by
 * √(2·layers) (Radford et al. 2019); biases are 0 at first.
 */
public final class Transformer implements SequenceNetwork {

    /** Rows that go through all blocks together, a whole number of sequences: their values stay in a second-level cache. */
    private static final int GROUP = 256;

    private final Config config;
    private final Kernels kernels;
    private final TransformerShape shape;
    private final Flat flat = new Flat();
    private final TransformerScratch scratch;
    private final Linear embed;
    private final TransformerBlock[] blocks;
    private final Norm norm;
    private final Linear read;
    private final Batches batch;
    private final int[] one = new int[1];
    private float[] output = new float[0];

    /**
     * Sizes.
     *
     * @param inputs      values of one position's input
     * @param outputs     values of one position's output
     * @param width       values of the residual stream, a multiple of {@code heads}
     * @param layers      number of blocks
     * @param heads       heads of each attention
     * @param feedForward hidden units of each feed-forward layer
     * @param context     positions that a layer looks back on, its own included
     */
    public record Config(int inputs, int outputs, int width, int layers, int heads, int feedForward, int context) {

        public Config {
            int least = Math.min(Math.min(Math.min(inputs, outputs), Math.min(width, layers)), Math.min(Math.min(heads, feedForward), context));
            if (least < 1) {
                throw new IllegalArgumentException("all sizes of a transformer must be at least 1");
            }
            if (width % heads != 0) {
                throw new IllegalArgumentException("the width must be a multiple of the heads: " + width + " is none of " + heads);
            }
        }

        /** Width 64, 4 layers of 4 heads, 256 hidden units, context 256. */
        public Config(int inputs, int outputs) {
            this(inputs, outputs, 64, 4, 4, 256, 256);
        }
    }

    /** With {@link Kernels#standard()}. */
    public Transformer(Config config, Uniform random) {
        this(config, Kernels.standard(), random);
    }

    /** @param random draws the first parameters, see {@link #initialise} */
    public Transformer(Config config, Kernels kernels, Uniform random) {
        this(config, kernels);
        initialise(random);
    }

    private Transformer(Config config, Kernels kernels) {
        this.config = config;
        this.kernels = kernels;
        scratch = new TransformerScratch(kernels.sequences());
        shape = new TransformerShape(config.width(), config.heads(), config.feedForward(), config.context());
        Filling weights = Initialiser.KERAS.weights();
        double depth = Math.sqrt(2 * config.layers());
        Filling joining = Initialiser.uniform((in, out) -> Math.sqrt(6.0 / (in + out)) / depth);
        embed = new Linear(flat, kernels, "embed", config.inputs(), config.width(), weights, Initialiser.ZEROS);
        blocks = new TransformerBlock[config.layers()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new TransformerBlock(flat, kernels, scratch, "block" + (i + 1), shape, weights, joining, Initialiser.ZEROS);
        }
        norm = new Norm(flat, kernels.sequences(), "norm", config.width());
        read = new Linear(flat, kernels, "read", config.width(), config.outputs(), weights, Initialiser.ZEROS);
        batch = new Batches(config.inputs(), config.outputs());
        flat.seal();
    }

    /** Its sizes. */
    public Config config() {
        return config;
    }

    @Override
    public float[] forward(float[] inputs, int offset, int sequences, int length) {
        batch.begin(inputs, offset, sequences, length);
        int group = group();
        scratch.reserve(group * length, shape);
        norm.reserve(sequences * length);
        for (TransformerBlock block : blocks) {
            block.begin(sequences, length);
        }
        int size = sequences * length * config.outputs();
        if (output.length < size) {
            output = new float[size];
        }
        for (int first = 0; first < sequences; first += group) {
            forward(first, Math.min(group, sequences - first), length);
        }
        return output;
    }

    /** How many sequences go through all blocks together. */
    private int group() {
        return Math.min(batch.sequences(), Math.max(1, GROUP / batch.length()));
    }

    private void forward(int first, int sequences, int length) {
        int count = sequences * length;
        int row = first * length;
        float[] stream = scratch.stream();
        embed.forward(count, batch.inputs(), batch.offset() + row * config.inputs(), config.inputs(), stream, 0);
        for (TransformerBlock block : blocks) {
            block.forward(stream, first, sequences, length);
        }
        norm.forward(count, stream, row);
        read.forward(count, norm.output(), row * config.width(), config.width(), output, row * config.outputs());
    }

    @Override
    public void backward(float[] outputGradient) {
        batch.check(outputGradient);
        flat.clearGradient();
        read.turn();
        for (TransformerBlock block : blocks) {
            block.beginGradient();
        }
        int group = group();
        scratch.reserve(group * batch.length(), shape);
        for (int first = 0; first < batch.sequences(); first += group) {
            backward(outputGradient, first, Math.min(group, batch.sequences() - first), batch.length());
        }
        for (TransformerBlock block : blocks) {
            block.endGradient();
        }
    }

    private void backward(float[] outputGradient, int first, int sequences, int length) {
        int count = sequences * length;
        int row = first * length;
        float[] delta = scratch.stream();
        read.gradient(count, norm.output(), row * config.width(), config.width(), outputGradient, row * config.outputs());
        read.back(count, outputGradient, row * config.outputs(), scratch.narrow(), 0, false);
        Arrays.fill(delta, 0, count * config.width(), 0f);
        norm.backward(count, scratch.narrow(), row, delta);
        for (int i = blocks.length - 1; i >= 0; i--) {
            blocks[i].backward(delta, first, sequences, length);
        }
        embed.gradient(count, batch.inputs(), batch.offset() + row * config.inputs(), config.inputs(), delta, 0);
    }

    @Override
    public Memory memory(int lanes) {
        return new TransformerMemory(this, kernels, flat, shape, config.layers(), lanes);
    }

    @Override
    public void advance(Memory memory, int lane, float[] inputs, int from, float[] outputs, int to) {
        one[0] = lane;
        advance(memory, one, 1, inputs, from, outputs, to);
    }

    @Override
    public void advance(Memory memory, int[] lanes, int count, float[] inputs, float[] outputs) {
        advance(memory, lanes, count, inputs, 0, outputs, 0);
    }

    private void advance(Memory memory, int[] lanes, int count, float[] inputs, int from, float[] outputs, int to) {
        if (!(memory instanceof TransformerMemory own)) {
            throw new IllegalArgumentException("a transformer cannot read this memory");
        }
        own.check(this, lanes, count);
        batch.check(count, inputs, from, outputs, to);
        scratch.reserveLanes(count, shape);
        float[] stream = scratch.stream();
        embed.forward(count, inputs, from, config.inputs(), stream, 0);
        for (int i = 0; i < blocks.length; i++) {
            blocks[i].advance(own, i, lanes, count, stream);
        }
        norm.apply(count, stream, scratch.normal(), scratch.inverse(), scratch.narrow());
        read.forward(count, scratch.narrow(), 0, config.width(), outputs, to);
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
        return config.context();
    }

    /** 2·inputs·width; for each block 8·width² + 4·positions·width + 4·width·feedForward; 2·width·outputs. */
    @Override
    public long flopsForward(int positions) {
        return embed.flops() + blocks.length * blocks[0].flops(Math.min(positions, config.context())) + read.flops();
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
    public Transformer copy() {
        Transformer copy = new Transformer(config, kernels.another());
        System.arraycopy(parameters(), 0, copy.parameters(), 0, parameters().length);
        return copy;
    }
}
