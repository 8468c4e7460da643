package org.thaw.toolkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Adam;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.networks.Optimiser;
import org.thaw.networks.Parameter;
import org.thaw.networks.Sgd;
import org.thaw.networks.SoftmaxCrossEntropy;

/**
 * A multi-layer perceptron with ReLUs, its optimiser, and softmax cross-entropy over the classes that the cue allows. Its state is what the
 * format {@code classifier:1} holds at least: parts {@code network} (a tensor for each layer's weights and biases) and {@code optimiser}.
 * One step is any number of {@link #accumulate} calls, changes to {@link Network#gradient()}, and {@link #step()}.
 */
public final class Classifier implements Stateful {
    /** The format in which every learner around a classifier saves its state; parts of its own stand beside those of the classifier. */
    public static final String STATE = "classifier:1";

    /** Update rules, as hyperparameters name them. */
    public enum Rule {
        /** Adam with β = 0.9, 0.999. */ ADAM,
        /** Plain stochastic gradient descent. */ SGD
    }

    private final int classes;
    private final Features features;
    private final Network network;
    private final SoftmaxCrossEntropy entropy;
    private final Optimiser optimiser;
    private final Masks masks;
    private final RowBuffers<Tensor> scores;
    private float[] weights = {};
    private boolean accumulating;
    private long updates;

    /**
     * A classifier with fresh parameters, PyTorch's initialisation, drawn from the stream {@code initialisation}.
     *
     * @param hidden sizes of the hidden layers; empty for a linear model
     * @throws IllegalArgumentException if inputs are not real or outputs not categorical
     */
    public Classifier(Signature signature, Context context, List<Integer> hidden, Rule rule, double rate) {
        if (!(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("expected classes as targets, not " + signature.output());
        }
        classes = signature.choices();
        features = new Features(signature.input());
        NetworkBuilder builder = Network.of(features.size());
        for (int units : hidden) {
            builder.dense(units).relu();
        }
        RandomStream random = context.random("initialisation");
        network = builder.dense(classes).build(Initialiser.PYTORCH, random::nextDouble);
        context.note("kernels", network.kernels().name());
        entropy = new SoftmaxCrossEntropy(classes);
        int size = network.parameters().length;
        optimiser = rule == Rule.ADAM ? new Adam(size, rate) : new Sgd(size, rate);
        masks = new Masks(classes);
        scores = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, classes));
    }

    /** The network: its parameters and gradient are live. */
    public Network network() {
        return network;
    }

    /** Reads inputs as the network wants them. */
    public Features features() {
        return features;
    }

    /** Makes masks for this classifier's classes. */
    public Masks masks() {
        return masks;
    }

    /** The scores (logits) of a batch, {@code F32[n, classes]}: a buffer, valid until the next call. */
    public Tensor predict(Tensor inputs) {
        Tensor answer = scores.rows(inputs.rows());
        float[] out = network.forward(features.of(inputs), inputs.rows());
        System.arraycopy(out, 0, answer.floats(), 0, answer.size());
        return answer;
    }

    /** One ordinary step on the mean loss of a batch; returns that loss. */
    public double learn(Tensor inputs, Tensor targets, Cue cue) {
        double loss = accumulate(inputs, targets, masks.of(cue), 1);
        step();
        return loss;
    }

    /**
     * Adds {@code weight} times the gradient of the batch's mean loss to what was accumulated since the last step.
     *
     * @param mask from {@link #masks()}
     * @return {@code weight} times the mean loss
     */
    public double accumulate(Tensor inputs, Tensor targets, boolean[] mask, double weight) {
        int rows = inputs.rows();
        if (weights.length < rows) {
            weights = new float[rows];
        }
        Arrays.fill(weights, 0, rows, (float) (weight / rows));
        float[] out = network.forward(features.of(inputs), rows);
        double loss = entropy.of(out, rows, targets.ints(), 0, mask, weights);
        if (accumulating) {
            network.backwardAdding(entropy.gradient());
        } else {
            network.backward(entropy.gradient());
        }
        accumulating = true;
        return loss;
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
        if (progress.rule().equals(optimiser.name())) {
            optimiser.steps(progress.steps());
            for (Map.Entry<String, float[]> slot : optimiser.slots().entrySet()) {
                rule.into(slot.getKey(), Tensor.of(slot.getValue(), slot.getValue().length));
            }
        }
    }
}
