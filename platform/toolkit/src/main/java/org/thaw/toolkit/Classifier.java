package org.thaw.toolkit;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Adam;
import org.thaw.networks.AdamW;
import org.thaw.networks.Network;
import org.thaw.networks.Optimiser;
import org.thaw.networks.RmsProp;
import org.thaw.networks.Sgd;
import org.thaw.networks.SoftmaxCrossEntropy;

/**
 * A multi-layer perceptron with ReLUs, its optimiser, and softmax cross-entropy over the classes that the cue allows. Its state is what the
 * format {@code classifier:1} holds at least: parts {@code network} (a tensor for each layer's weights and biases) and {@code optimiser}.
 * One step is any number of {@code accumulate} calls, changes to {@link Network#gradient()}, and {@link #step()}.
 */
public final class Classifier implements Stateful {
    /** The format in which every learner around a classifier saves its state; parts of its own stand beside those of the classifier. */
    public static final String STATE = "classifier:1";

    /** Update rules, as hyperparameters name them. */
    public enum Rule {
        /** {@link Adam} with β = 0.9, 0.999. */ ADAM,
        /** {@link AdamW} with β = 0.9, 0.999 and a decay of 0.01. */ ADAMW,
        /** {@link RmsProp}, plain, with α = 0.99. */ RMSPROP,
        /** {@link Sgd} with a momentum of 0.9. */ MOMENTUM,
        /** {@link Sgd}, plain. */ SGD;

        /** A fresh optimiser of this rule for so many parameters. */
        Optimiser optimiser(int size, double rate) {
            return switch (this) {
                case ADAM -> new Adam(size, rate);
                case ADAMW -> new AdamW(size, rate);
                case RMSPROP -> new RmsProp(size, rate);
                case MOMENTUM -> new Sgd(size, rate, 0.9);
                case SGD -> new Sgd(size, rate);
            };
        }
    }

    private final Signature signature;
    private final int classes;
    private final TrainedNetwork trained;
    private final SoftmaxCrossEntropy entropy;
    private final Masks masks;
    private float[] weights = {};

    /**
     * A classifier with fresh parameters, PyTorch's initialisation, drawn from the stream {@code initialisation}.
     *
     * @param hidden sizes of the hidden layers; empty for a linear model
     * @throws IllegalArgumentException if inputs are not real or outputs not categorical
     */
    public Classifier(Signature signature, Context context, List<Integer> hidden, Rule rule, double rate) {
        this(signature, context, hidden, rule, rate, Start.PYTORCH);
    }

    /** The same with other first values. */
    public Classifier(Signature signature, Context context, List<Integer> hidden, Rule rule, double rate, Start start) {
        if (!(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("expected classes as targets, not " + signature.output());
        }
        this.signature = signature;
        classes = signature.choices();
        trained = new TrainedNetwork(signature, context, hidden, rule, rate, start.initialiser());
        entropy = new SoftmaxCrossEntropy(classes);
        masks = new Masks(classes);
    }

    /** How many classes it tells apart. */
    public int classes() {
        return classes;
    }

    /** The network: its parameters and gradient are live. */
    public Network network() {
        return trained.network();
    }

    /** The network with its optimiser, for losses other than cross-entropy. */
    public TrainedNetwork trained() {
        return trained;
    }

    /** Reads inputs as the network wants them. */
    public Features features() {
        return trained.features();
    }

    /** Makes masks for this classifier's classes. */
    public Masks masks() {
        return masks;
    }

    /** The scores (logits) of a batch, {@code F32[n, classes]}: a buffer, valid until the next call. */
    public Tensor predict(Tensor inputs) {
        return trained.predict(inputs);
    }

    /**
     * Checks a batch, for learners that put off learning it.
     *
     * @throws IllegalArgumentException if it does not fit the signature; the message says what was expected
     */
    public void check(Tensor inputs, Tensor targets) {
        signature.check(inputs, targets);
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
     * @throws IllegalArgumentException if the batch does not fit the signature; the message says what was expected
     */
    public double accumulate(Tensor inputs, Tensor targets, boolean[] mask, double weight) {
        signature.check(inputs, targets);
        double loss = loss(trained.forward(inputs), inputs.rows(), targets.ints(), mask, weight);
        trained.accumulate(entropy.gradient());
        return loss;
    }

    /**
     * {@code weight} times the mean cross-entropy of scores. A loss with further terms adds theirs to {@link #scoreGradient()} and hands it to
     * {@link TrainedNetwork#accumulate}.
     *
     * @param scores [rows, classes]
     */
    public double loss(float[] scores, int rows, int[] labels, boolean[] mask, double weight) {
        if (weights.length < rows) {
            weights = new float[rows];
        }
        Arrays.fill(weights, 0, rows, (float) (weight / rows));
        return entropy.of(scores, rows, labels, 0, mask, weights);
    }

    /** The derivative of the last {@link #loss} by each score: a buffer, valid until the next call. */
    public float[] scoreGradient() {
        return entropy.gradient();
    }

    /** Takes one step of the optimiser down the accumulated gradient. */
    public void step() {
        trained.step();
    }

    /** How many steps were taken. */
    public long updates() {
        return trained.updates();
    }

    @Override
    public void save(StateWriter out) {
        trained.save(out);
    }

    /** Takes over the network; the optimiser too if the saved one is of the same kind, else it starts fresh. */
    @Override
    public void restore(StateReader in) {
        trained.restore(in);
    }
}
