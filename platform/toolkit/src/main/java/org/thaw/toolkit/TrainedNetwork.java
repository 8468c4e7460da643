package org.thaw.toolkit;

import java.util.List;
import java.util.Map;
import org.thaw.api.Context;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.networks.Optimiser;
import org.thaw.networks.Parameter;

/**
 * A network with ReLUs, a multi-layer perceptron as a rule, and its optimiser; what it is trained for is its user's business. One step is any number of
 * {@link #forward} and {@link #accumulate} pairs, changes to {@link Network#gradient()}, and {@link #step()}. It has an output for each class, or
 * for each number of a real target.
 */
public final class TrainedNetwork implements Stateful {
    private final Features features;
    private final Network network;
    private final Initialiser initialiser;
    private final Optimiser optimiser;
    private final RowBuffers<Tensor> outputs;
    /** Looked up by name whenever the network's buffers grow, since a look-up at each step would take memory. */
    private final float[][] rectified;
    private final String[] rectifiers;
    private int largest;
    private boolean accumulating;
    private long updates;

    /**
     * A network with fresh parameters, drawn from the stream {@code initialisation}.
     *
     * @param hidden sizes of the hidden layers; empty for a linear model
     * @throws IllegalArgumentException if inputs are not real
     */
    public TrainedNetwork(Signature signature, Context context, List<Integer> hidden, Classifier.Rule rule, double rate, Initialiser initialiser) {
        features = new Features(signature.input());
        NetworkBuilder builder = Network.of(features.size());
        for (int units : hidden) {
            builder.dense(units).relu();
        }
        boolean classes = signature.output() instanceof Space.Categorical;
        int width = classes ? signature.choices() : signature.output().size();
        RandomStream random = context.random("initialisation");
        this.initialiser = initialiser;
        network = builder.dense(width).build(initialiser, random::nextDouble);
        KernelNote.of(context, network.kernels());
        int size = network.parameters().length;
        optimiser = rule.optimiser(size, rate);
        outputs = new RowBuffers<>(n -> classes ? Tensor.zeros(Tensor.Type.F32, n, width) : signature.output().buffer(n));
        rectifiers = rectifiers(network);
        rectified = new float[rectifiers.length][];
    }

    /**
     * A network of any layers that somebody else has built, with its optimiser.
     *
     * @param initialiser what its parameters were drawn from
     */
    public TrainedNetwork(Features features, Network network, Initialiser initialiser, Optimiser optimiser) {
        this.features = features;
        this.network = network;
        this.initialiser = initialiser;
        this.optimiser = optimiser;
        outputs = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, network.outputs()));
        rectifiers = rectifiers(network);
        rectified = new float[rectifiers.length][];
    }

    private static String[] rectifiers(Network network) {
        return network.layerNames().stream().filter(name -> name.startsWith("relu")).toArray(String[]::new);
    }

    /** The network: its parameters and gradient are live. */
    public Network network() {
        return network;
    }

    /** Reads inputs as the network wants them. */
    public Features features() {
        return features;
    }

    /** The optimiser: its slots are live. */
    public Optimiser optimiser() {
        return optimiser;
    }

    /** The outputs of a batch: a buffer, valid until the next call. */
    public Tensor predict(Tensor inputs) {
        Tensor answer = outputs.rows(inputs.rows());
        System.arraycopy(forward(inputs), 0, answer.floats(), 0, answer.size());
        return answer;
    }

    /** The outputs of a batch from index 0, for {@link #accumulate}: a buffer, valid until the next call. */
    public float[] forward(Tensor inputs) {
        return forward(features.of(inputs), inputs.rows());
    }

    /**
     * The same for inputs as the network wants them.
     *
     * @param inputs rows from index 0; left unchanged until the gradient was accumulated
     */
    public float[] forward(float[] inputs, int rows) {
        float[] answer = network.forward(inputs, rows);
        if (rows > largest) {
            largest = rows;
            for (int layer = 0; layer < rectified.length; layer++) {
                rectified[layer] = network.activation(rectifiers[layer]);
            }
        }
        return answer;
    }

    /**
     * The outputs of a hidden layer's rectifiers for the last batch that went {@link #forward}, [rows, units]: a buffer, valid until the next call.
     *
     * @param layer from 0
     */
    public float[] rectified(int layer) {
        return rectified[layer];
    }

    /** How many hidden layers have rectifiers. */
    public int hiddenLayers() {
        return rectifiers.length;
    }

    /** How many values a hidden layer has for each row. */
    public int rectifiedWidth(int layer) {
        return network.width(rectifiers[layer]);
    }

    /**
     * Adds the gradient of the last batch that went {@link #forward} to what was accumulated since the last step.
     *
     * @param outputGradient derivative of the loss by each output, [rows, outputs]
     */
    public void accumulate(float[] outputGradient) {
        if (accumulating) {
            network.backwardAdding(outputGradient);
        } else {
            network.backward(outputGradient);
        }
        accumulating = true;
    }

    /** Forgets what was accumulated, so that a gradient can be computed apart from the step: read it before calling this. */
    public void discard() {
        accumulating = false;
    }

    /** Takes one step of the optimiser down the accumulated gradient. */
    public void step() {
        optimiser.step(network.parameters(), network.gradient());
        accumulating = false;
        updates++;
    }

    /** How many steps were taken. */
    public long updates() {
        return updates;
    }

    /** Draws all parameters anew and forgets the optimiser's state: for what {@code prepare()} derives. Counts as no update. */
    public void startOver(RandomStream random) {
        network.initialise(initialiser, random::nextDouble);
        optimiser.reset();
        accumulating = false;
    }

    /** What is saved beside the tensors. */
    public record Progress(String rule, long steps, long updates) {
    }

    @Override
    public void save(StateWriter out) {
        StateWriter layers = out.in("network");
        for (Parameter slice : network.layout()) {
            layers.tensor(StateKind.PARAMETER, slice.name(), Tensors.slice(network, slice));
        }
        StateWriter rule = out.in("optimiser");
        rule.record(StateKind.OPTIMISER, "progress", new Progress(optimiser.name(), optimiser.steps(), updates));
        for (Map.Entry<String, float[]> slot : optimiser.slots().entrySet()) {
            rule.tensor(StateKind.OPTIMISER, slot.getKey(), Tensor.of(slot.getValue(), slot.getValue().length));
        }
    }

    /** Takes over the network; the optimiser too if the saved one is of the same kind, else it starts fresh. */
    @Override
    public void restore(StateReader in) {
        StateReader layers = in.in("network");
        for (Parameter slice : network.layout()) {
            Tensors.restore(network, slice, layers.tensor(slice.name()));
        }
        StateReader rule = in.in("optimiser");
        Progress progress = rule.record("progress", Progress.class);
        updates = progress.updates();
        accumulating = false;
        optimiser.reset();
        // descent with momentum and without go by one name
        if (progress.rule().equals(optimiser.name()) && optimiser.slots().keySet().stream().allMatch(rule::has)) {
            optimiser.steps(progress.steps());
            for (Map.Entry<String, float[]> slot : optimiser.slots().entrySet()) {
                rule.into(slot.getKey(), Tensor.of(slot.getValue(), slot.getValue().length));
            }
        }
    }
}
