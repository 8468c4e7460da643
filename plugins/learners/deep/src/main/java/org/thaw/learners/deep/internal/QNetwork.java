package org.thaw.learners.deep.internal;

import java.util.List;
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
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.networks.Optimiser;
import org.thaw.toolkit.Features;
import org.thaw.toolkit.KernelNote;
import org.thaw.toolkit.Observations;
import org.thaw.toolkit.Start;
import org.thaw.toolkit.TrainedNetwork;

/**
 * A network that estimates the value Q(s, a) of every action, and the target network: an older copy of it, which targets are computed from. Arrays of values
 * are [rows, actions]: buffers, valid until the next call.
 */
final class QNetwork implements Stateful {
    private final Observations observations;
    private final TrainedNetwork trained;
    private final Network target;
    private final Head head;
    private final Head targetHead;

    /** Makes the rule by which a number of parameters is updated. */
    interface Rule {
        Optimiser of(int parameters);
    }

    /** With fresh parameters, drawn from the stream {@code initialisation}. */
    QNetwork(Signature signature, Context context, Architecture architecture, List<Integer> hidden, boolean dueling, Start start, Rule rule) {
        observations = new Observations(signature.input());
        int actions = signature.choices();
        head = dueling ? new DuelingHead(hidden, actions) : new PlainHead(hidden, actions);
        targetHead = dueling ? new DuelingHead(hidden, actions) : head;
        NetworkBuilder layers = Network.of(observations.shape());
        architecture.resolve(signature.input()).begin(layers);
        head.end(layers);
        RandomStream random = context.random("initialisation");
        Network network = layers.build(start.initialiser(), random::nextDouble);
        KernelNote.of(context, network.kernels());
        trained = new TrainedNetwork(new Features(Space.Real.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, observations.size())), network, start.initialiser(), rule.of(network.parameters().length));
        target = network.copy();
    }

    /** Reads observations as the network wants them. */
    Observations observations() {
        return observations;
    }

    /** The network that learns. */
    TrainedNetwork trained() {
        return trained;
    }

    /** A batch of observations as the network wants them; not for hot loops. */
    float[] read(Tensor batch) {
        float[] states = new float[batch.rows() * observations.size()];
        observations.writeAll(batch, states);
        return states;
    }

    /** Q(s, ·) for rows of states. */
    float[] values(float[] states, int rows) {
        return head.values(trained.forward(states, rows), rows);
    }

    /** The same of the target network. */
    float[] targetValues(float[] states, int rows) {
        return targetHead.values(target.forward(states, rows), rows);
    }

    /** Adds the gradient of a loss of the last {@link #values} to what the next step goes down. */
    void accumulate(float[] valueGradient, int rows) {
        trained.accumulate(head.gradient(valueGradient, rows));
    }

    /** The derivative of outputs by parameters, squared and added up, for the last {@link #values}: see {@link Network#addSquaredGradients}. */
    void addSquaredGradients(float[] valueGradient, int rows, float[] sums) {
        trained.network().addSquaredGradients(head.gradient(valueGradient, rows), sums);
    }

    /** Hands out the activations of the hidden layers in dueling streams, {@code [rows, units]} each; none without streams. */
    void streams(BiConsumer<String, float[]> to) {
        for (String name : head.streams()) {
            to.accept(name, trained.network().activation(name));
        }
    }

    /** The target network becomes a copy of the present one. */
    void copyToTarget() {
        System.arraycopy(trained.network().parameters(), 0, target.parameters(), 0, target.parameters().length);
    }

    @Override
    public void save(StateWriter out) {
        trained.save(out);
        out.tensor(StateKind.OPTIMISER, "target", Tensor.of(target.parameters(), target.parameters().length));
    }

    @Override
    public void restore(StateReader in) {
        trained.restore(in);
        in.into("target", Tensor.of(target.parameters(), target.parameters().length));
    }
}
