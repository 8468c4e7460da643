package org.thaw.networks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.networks.internal.Layer;
import org.thaw.networks.internal.Nested;
import org.thaw.networks.internal.Operator;

/**
 * A feed-forward network over one flat parameter vector.
 *
 * <p>One training step, without any allocation once the buffers have met the largest batch:
 * <pre>{@code
 * float[] scores = network.forward(inputs, offset, rows);
 * double loss = entropy.of(scores, rows, labels, 0);
 * network.backward(entropy.gradient());
 * optimiser.step(network.parameters(), network.gradient());
 * }</pre>
 *
 * <p>The arrays returned by {@link #parameters()} and {@link #gradient()} are the network's own and stay the same
 * objects for life. Other returned arrays are buffers, valid until the next call, and may be longer than the batch.
 */
public final class Network {

    /** Forward, and backward twice as much. */
    private static final long PASSES = 3;

    private final List<Integer> inputShape;
    private final List<Integer> outputShape;
    private final List<Layer.Named> layers;
    private final Kernels kernels;
    private final List<Parameter> layout;
    private final float[] parameters;
    private final float[] gradient;
    private final List<Parameter> statisticsLayout;
    private final float[] statistics;
    private final Operator[] operators;
    private final int[] widths;
    private final int inputs;
    private final int outputs;
    private int rows;
    private boolean training = true;

    Network(List<Integer> inputShape, List<Layer.Named> layers, Kernels kernels) {
        this.inputShape = inputShape;
        this.layers = layers;
        this.kernels = kernels;
        List<Parameter> slices = new ArrayList<>();
        List<Parameter> kept = new ArrayList<>();
        widths = new int[layers.size()];
        List<Integer> shape = inputShape;
        int size = 0;
        int keptSize = 0;
        for (Layer.Named named : layers) {
            for (Layer.Need need : named.layer().parameters(shape)) {
                slices.add(new Parameter(named.name() + "." + need.name(), size, need.shape()));
                size = Math.addExact(size, Layer.size(need.shape()));
            }
            for (Layer.Statistic statistic : named.layer().statistics(shape)) {
                kept.add(new Parameter(named.name() + "." + statistic.name(), keptSize, statistic.shape()));
                keptSize += Layer.size(statistic.shape());
            }
            shape = named.layer().outputShape(shape);
            widths[layers.indexOf(named)] = Layer.size(shape);
        }
        statisticsLayout = List.copyOf(kept);
        statistics = new float[keptSize];
        layout = List.copyOf(slices);
        outputShape = shape;
        inputs = Layer.size(inputShape);
        outputs = Layer.size(outputShape);
        parameters = new float[size];
        gradient = new float[size];
        operators = new Operator[layers.size()];
        create();
    }

    private void create() {
        List<Integer> shape = inputShape;
        int slice = 0;
        int place = 0;
        for (int i = 0; i < operators.length; i++) {
            Layer layer = layers.get(i).layer();
            int needs = layer.parameters(shape).size();
            List<Integer> offsets = layout.subList(slice, slice + needs).stream().map(Parameter::offset).toList();
            int kept = layer.statistics(shape).size();
            List<Integer> places = statisticsLayout.subList(place, place + kept).stream().map(Parameter::offset).toList();
            operators[i] = layer.create(
                    new Layer.Site(kernels, parameters, gradient, offsets, statistics, places, shape));
            slice += needs;
            place += kept;
            shape = layer.outputShape(shape);
        }
    }

    /** Begins the description of a network whose samples have this shape: the number of features, or several extents. */
    public static NetworkBuilder of(int... inputShape) {
        if (inputShape.length == 0 || Arrays.stream(inputShape).anyMatch(extent -> extent < 1)) {
            throw new IllegalArgumentException("an input shape needs extents of at least 1, not "
                    + Arrays.toString(inputShape));
        }
        return new NetworkBuilder(Arrays.stream(inputShape).boxed().toList());
    }

    /** Number of values of one input row. */
    public int inputs() {
        return inputs;
    }

    /** Number of values of one output row. */
    public int outputs() {
        return outputs;
    }

    /**
     * Floating-point operations of one row going forward, a multiplication and an addition counting as two: 2·inputs·outputs for a dense layer,
     * 2·positions·window²·channels·filters for a convolution. Only products with weights count; biases, activations, norms and pooling, which take a
     * few operations for each value and not one for each weight, are neglected. It is a count by formula, not of what the kernels really do.
     */
    public long flopsForward() {
        long flops = 0;
        List<Integer> shape = inputShape;
        for (Layer.Named named : layers) {
            flops += named.layer().flops(shape);
            shape = named.layer().outputShape(shape);
        }
        return flops;
    }

    /**
     * Floating-point operations of one row in a training step: three times {@link #flopsForward()}, since going backward takes two products of the
     * forward one's size, one for the weights' gradient and one for the inputs' (Kaplan et al. 2020, §2.1, count 2N forward and 6N in training for N
     * weights). That the first layer needs no gradient of its inputs and what the optimiser does are neglected.
     */
    public long flopsTraining() {
        return PASSES * flopsForward();
    }

    /** The flat parameter vector: the live array. */
    public float[] parameters() {
        return parameters;
    }

    /** The flat gradient, laid out like {@link #parameters()}: the live array. */
    public float[] gradient() {
        return gradient;
    }

    /** The named slices of the flat vectors, in order and without gaps. */
    public List<Parameter> layout() {
        return layout;
    }

    /**
     * The slice of that name, for example {@code dense1.weight}.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public Parameter parameter(String name) {
        return layout.stream().filter(slice -> slice.name().equals(name)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("no parameter is called '" + name + "'; there are "
                        + layout.stream().map(Parameter::name).toList()));
    }

    /**
     * What layers keep beside the parameters and no gradient reaches, such as the running means of batch norm: the live
     * array. It belongs to a checkpoint, but not to penalties or optimisers.
     */
    public float[] statistics() {
        return statistics;
    }

    /** The named slices of {@link #statistics()}, for example {@code batchnorm1.mean}. */
    public List<Parameter> statisticsLayout() {
        return statisticsLayout;
    }

    /**
     * Switches between training (as at first), where batch norm uses the batch's own statistics and dropout drops, and
     * inference, where rows do not depend on each other and nothing is random. Other layers do not care.
     */
    public void training(boolean on) {
        training = on;
        for (Operator operator : operators) {
            operator.training(on);
        }
    }

    /** Whether the network is in training mode. */
    public boolean training() {
        return training;
    }

    /** The kernels in use. */
    public Kernels kernels() {
        return kernels;
    }

    /**
     * Draws all parameters anew; layers in order, within a layer weights before biases. The gains of norm layers become 1,
     * their shifts 0, and statistics what they start from.
     */
    public void initialise(Initialiser initialiser, Uniform random) {
        List<Integer> shape = inputShape;
        int slice = 0;
        int place = 0;
        for (Layer.Named named : layers) {
            for (Layer.Need need : named.layer().parameters(shape)) {
                Parameter target = layout.get(slice++);
                filling(initialiser, need.role())
                        .fill(parameters, target.offset(), target.length(), need.fanIn(), need.fanOut(), random);
            }
            for (Layer.Statistic statistic : named.layer().statistics(shape)) {
                Parameter target = statisticsLayout.get(place++);
                Arrays.fill(statistics, target.offset(), target.end(), statistic.initial());
            }
            shape = named.layer().outputShape(shape);
        }
    }

    private static Initialiser.Filling filling(Initialiser initialiser, Layer.Role role) {
        return switch (role) {
            case WEIGHT -> initialiser.weights();
            case BIAS -> initialiser.biases();
            case GAIN -> Initialiser.ONES;
            case SHIFT -> Initialiser.ZEROS;
        };
    }

    /** As {@link #forward(float[], int, int)} from offset 0. */
    public float[] forward(float[] input, int rows) {
        return forward(input, 0, rows);
    }

    /**
     * Computes the outputs of a batch and keeps what {@link #backward} needs.
     *
     * @param input  rows of {@link #inputs()} values; read again by {@code backward}, so leave it unchanged until then
     * @param offset index of the first row's first value
     * @param rows   number of rows, at least 1; buffers grow with it
     * @return a buffer with [rows, {@link #outputs()}] values from index 0, valid until the next call
     */
    public float[] forward(float[] input, int offset, int rows) {
        if (rows < 1 || offset < 0 || offset + (long) rows * inputs > input.length) {
            throw new IndexOutOfBoundsException("a batch of " + rows + " rows of " + inputs + " values from index "
                    + offset + " does not fit an array of " + input.length);
        }
        this.rows = rows;
        float[] values = operators[0].forward(input, offset, rows);
        for (int i = 1; i < operators.length; i++) {
            values = operators[i].forward(values, 0, rows);
        }
        return values;
    }

    /**
     * Overwrites {@link #gradient()} with the gradient of the last batch.
     *
     * @param outputGradient derivative of the loss by each output, [rows, outputs]; left unchanged
     */
    public void backward(float[] outputGradient) {
        back(outputGradient, false);
    }

    /** As {@link #backward}, but adds to {@link #gradient()}. */
    public void backwardAdding(float[] outputGradient) {
        back(outputGradient, true);
    }

    /**
     * As {@link #backward}, and goes on to the input.
     *
     * @return the derivative of the loss by each input, [rows, inputs]: a buffer, valid until the next call
     */
    public float[] backwardToInput(float[] outputGradient) {
        return operators[0].inputGradient(back(outputGradient, false));
    }

    /**
     * For the last batch, adds to {@code sums} the squares of each row's own gradient: Σ_r (∂ℓ_r/∂θ_i)² for each
     * parameter i. This is what batches of one row would give, at about the cost of one ordinary backward pass.
     *
     * @param outputGradient derivative of each row's own loss by its outputs, [rows, outputs], not divided by rows
     * @param sums           one value per parameter
     */
    public void addSquaredGradients(float[] outputGradient, float[] sums) {
        require("sums", sums.length, parameters.length);
        checkBackward(outputGradient);
        float[] delta = outputGradient;
        for (int i = operators.length - 1; i >= 0; i--) {
            operators[i].addSquares(delta, sums);
            if (i > 0) {
                delta = operators[i].inputGradient(delta);
            }
        }
    }

    /** The names of the layers, in order. */
    public List<String> layerNames() {
        return layers.stream().map(Layer.Named::name).toList();
    }

    /** How many values one row of a layer's output has. @throws IllegalArgumentException if there is none; the message lists those there are */
    public int width(String layer) {
        int index = layerNames().indexOf(layer);
        if (index < 0) {
            throw new IllegalArgumentException("no layer is called '" + layer + "'; there are " + layerNames());
        }
        return widths[index];
    }

    /**
     * The last batch's output of a layer, [rows, size of the layer's output]: a buffer, valid until the next call.
     *
     * @param layer its name; one inside a block of branches is reached by a path, {@code branches1.branch2.relu1}
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public float[] activation(String layer) {
        int dot = layer.indexOf('.');
        int index = layerNames().indexOf(dot < 0 ? layer : layer.substring(0, dot));
        if (index >= 0 && dot < 0) {
            return operators[index].output();
        }
        if (index >= 0 && operators[index] instanceof Nested nested) {
            return nested.activation(layer.substring(dot + 1));
        }
        throw new IllegalArgumentException("no layer is called '" + layer + "'; there are " + layerNames());
    }

    /**
     * A network of the same description, parameters and statistics that shares nothing with this one, except that its
     * dropout layers draw from the same streams: a copy that is only asked for predictions should be in inference mode.
     */
    public Network copy() {
        Network copy = new Network(inputShape, layers, kernels.another());
        System.arraycopy(parameters, 0, copy.parameters, 0, parameters.length);
        System.arraycopy(statistics, 0, copy.statistics, 0, statistics.length);
        copy.training(training);
        return copy;
    }

    /** Runs all layers backward but for the input gradient of the first; returns the gradient at the first's output. */
    private float[] back(float[] outputGradient, boolean accumulate) {
        checkBackward(outputGradient);
        float[] delta = outputGradient;
        for (int i = operators.length - 1; i > 0; i--) {
            operators[i].parameterGradient(delta, accumulate);
            delta = operators[i].inputGradient(delta);
        }
        operators[0].parameterGradient(delta, accumulate);
        return delta;
    }

    private void checkBackward(float[] outputGradient) {
        if (rows == 0) {
            throw new IllegalStateException("backward needs a forward call before it");
        }
        if (outputGradient.length < rows * outputs) {
            throw new IndexOutOfBoundsException("the output gradient of " + rows + " rows needs " + rows * outputs
                    + " values, not " + outputGradient.length);
        }
    }

    private static void require(String name, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(name + " needs one value per parameter, " + expected + ", not " + length);
        }
    }
}
