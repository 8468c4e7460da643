package org.thaw.learners.modelbased.internal;

import java.util.function.BiConsumer;
import org.thaw.api.Context;
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
import org.thaw.toolkit.Features;
import org.thaw.toolkit.KernelNote;
import org.thaw.toolkit.Observations;
import org.thaw.toolkit.Tensors;
import org.thaw.toolkit.TrainedNetwork;
import org.thaw.toolkit.replay.TransitionWindows;

/** A model with its optimisers, and an older copy of it, which targets are computed from. Pictures go through the convolution of MinAtar's networks first. */
final class TrainedModel implements Stateful {
    private static final Initialiser INITIALISER = Initialiser.PYTORCH;

    private final ValuePredictionConfig config;
    private final TrainedNetwork encoder;
    private final TrainedNetwork core;
    private final TrainedNetwork value;
    private final LatentModel model;
    private final LatentModel target;
    private final UnrollTargets targets;
    private final UnrollLoss loss;

    /** With fresh parameters, drawn from the stream {@code initialisation}. */
    TrainedModel(ValuePredictionConfig config, Signature signature, Context context) {
        this.config = config;
        Observations observations = new Observations(signature.input());
        RandomStream random = context.random("initialisation");
        NetworkBuilder seeing = Network.of(observations.shape());
        if (observations.isPicture(3)) {
            seeing.conv(16, 3).relu();
        }
        encoder = trained(seeing, config.latent(), random);
        core = trained(Network.of(config.latent()), signature.choices() * (config.latent() + 2), random);
        value = trained(Network.of(config.latent()), 1, random);
        model = new LatentModel(encoder.network(), core.network(), value.network());
        KernelNote.of(context, core.network().kernels());
        target = model.copy();
        targets = new UnrollTargets(target, config);
        loss = new UnrollLoss(model, config.consistency());
    }

    private TrainedNetwork trained(NetworkBuilder layers, int outputs, RandomStream random) {
        Network network = layers.dense(config.hidden()).relu().dense(outputs).build(INITIALISER, random::nextDouble);
        Features features = new Features(Space.Real.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, network.inputs()));
        return new TrainedNetwork(features, network, INITIALISER, new Adam(network.parameters().length, config.rate()));
    }

    /** The model as it is now. */
    LatentModel model() {
        return model;
    }

    /** The copy. */
    LatentModel target() {
        return target;
    }

    /** How many steps down the loss were taken. */
    long updates() {
        return core.updates();
    }

    /** One step down the loss of a batch; returns the loss. */
    double train(TransitionWindows batch) {
        targets.of(batch);
        double now = loss.of(batch, targets);
        encoder.step();
        core.step();
        value.step();
        if (updates() % config.targetPeriod() == 0) {
            target.copyFrom(model);
        }
        return now;
    }

    /** Hands out the weights of the networks. */
    void weights(BiConsumer<String, Tensor> to) {
        Tensors.weights(model.encoder(), under("encoder", to));
        Tensors.weights(model.core(), under("core", to));
        Tensors.weights(model.value(), under("value", to));
    }

    /** Hands out the hidden activations for rows of observations, the core's and the value's for their abstract states. */
    void activations(float[] rows, int count, BiConsumer<String, Tensor> to) {
        float[] states = model.encoder().forward(rows, count);
        Tensors.activations(model.encoder(), count, under("encoder", to));
        model.core().forward(states, count);
        Tensors.activations(model.core(), count, under("core", to));
        model.value().forward(states, count);
        Tensors.activations(model.value(), count, under("value", to));
    }

    private static BiConsumer<String, Tensor> under(String name, BiConsumer<String, Tensor> to) {
        return (inner, tensor) -> to.accept(name + "." + inner, tensor);
    }

    @Override
    public void save(StateWriter out) {
        out.part("encoder", encoder);
        out.part("core", core);
        out.part("value", value);
        tensor(out, "target-encoder", target.encoder());
        tensor(out, "target-core", target.core());
        tensor(out, "target-value", target.value());
    }

    private static void tensor(StateWriter out, String name, Network network) {
        out.tensor(StateKind.OPTIMISER, name, Tensor.of(network.parameters(), network.parameters().length));
    }

    @Override
    public void restore(StateReader in) {
        in.part("encoder", encoder);
        in.part("core", core);
        in.part("value", value);
        into(in, "target-encoder", target.encoder());
        into(in, "target-core", target.core());
        into(in, "target-value", target.value());
    }

    private static void into(StateReader in, String name, Network network) {
        in.into(name, Tensor.of(network.parameters(), network.parameters().length));
    }
}
