package org.thaw.learners.policygradient.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.thaw.api.Context;
import org.thaw.api.RandomStream;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.networks.Parameter;
import org.thaw.toolkit.KernelNote;
import org.thaw.toolkit.Observations;
import org.thaw.toolkit.Tensors;

/**
 * A network with a policy and a value: each row of its output holds the policy's numbers and, last, the value of the state. Pictures [rows, columns,
 * channels] go through a convolution first, all else is taken as flat. Hidden layers are shared, or policy and value have their own.
 */
final class ActorCriticNetwork implements Stateful {
    private final Observations observations;
    private final Network network;
    private final int policyOutputs;
    private final List<Hidden> hidden;
    private float[] rows = {};

    /** A hidden layer's activation: its path in the network and its number of units. */
    private record Hidden(String path, int units) {
    }

    /**
     * What the hidden layers are like.
     *
     * @param sizes     of the fully connected layers
     * @param filters   of the convolution of pictures
     * @param window    of it, in rows and columns
     * @param shared    whether policy and value share the hidden layers
     * @param convolved follows the convolution
     * @param connected follows each fully connected layer
     */
    record Shape(List<Integer> sizes, int filters, int window, boolean shared, Unit convolved, Unit connected) {
    }

    /** With fresh parameters, as PyTorch draws them, from the stream {@code initialisation}. */
    ActorCriticNetwork(Space input, int policyOutputs, Shape shape, Context context) {
        this.policyOutputs = policyOutputs;
        observations = new Observations(input);
        boolean picture = observations.isPicture(shape.window());
        NetworkBuilder builder = Network.of(observations.shape());
        Consumer<NetworkBuilder> torso = layers -> {
            if (picture) {
                shape.convolved().add(layers.conv(shape.filters(), shape.window()));
            }
            shape.sizes().forEach(units -> shape.connected().add(layers.dense(units)));
        };
        if (shape.shared()) {
            torso.accept(builder);
            builder.dense(policyOutputs + 1).name("heads");
        } else {
            builder.branches(policy -> {
                torso.accept(policy);
                policy.dense(policyOutputs).name("head");
            }, value -> {
                torso.accept(value);
                value.dense(1).name("head");
            });
        }
        RandomStream random = context.random("initialisation");
        network = builder.build(Initialiser.PYTORCH, random::nextDouble);
        KernelNote.of(context, network.kernels());
        hidden = hidden(shape, picture);
    }

    private List<Hidden> hidden(Shape shape, boolean picture) {
        List<Hidden> found = new ArrayList<>();
        for (String branch : shape.shared() ? List.of("") : List.of("branches1.branch1.", "branches1.branch2.")) {
            if (picture) {
                int[] extent = observations.shape();
                found.add(new Hidden(branch + shape.convolved().name(1),
                        (extent[0] - shape.window() + 1) * (extent[1] - shape.window() + 1) * shape.filters()));
            }
            int before = picture && shape.convolved() == shape.connected() ? 1 : 0;
            for (int i = 0; i < shape.sizes().size(); i++) {
                found.add(new Hidden(branch + shape.connected().name(before + i + 1), shape.sizes().get(i)));
            }
        }
        return found;
    }

    /** Multiplies the weights and biases of the policy's outputs: small ones make the first policy nearly even. */
    void scalePolicy(float factor) {
        boolean shared = network.layerNames().contains("heads");
        for (String kind : List.of(".weight", ".bias")) {
            Parameter slice = network.parameter((shared ? "heads" : "branches1.branch1.head") + kind);
            int width = slice.shape().get(slice.shape().size() - 1);
            for (int i = slice.offset(); i < slice.end(); i++) {
                if ((i - slice.offset()) % width < policyOutputs) {
                    network.parameters()[i] *= factor;
                }
            }
        }
    }

    /** Numbers of one output row: those of the policy, then the value. */
    int width() {
        return policyOutputs + 1;
    }

    /** The value in an output row. */
    double value(float[] outputs, int row) {
        return outputs[row * width() + policyOutputs];
    }

    /** Reads observations. */
    Observations observations() {
        return observations;
    }

    /** The layers: parameters and gradient are live. */
    Network layers() {
        return network;
    }

    /** Makes room for so many observations of {@link #put}. */
    void room(int count) {
        if (rows.length < count * observations.size()) {
            rows = new float[count * observations.size()];
        }
    }

    /** Puts an observation into a row of the next {@link #forward(int)}. */
    void put(int row, Tensor observation) {
        observations.write(observation, rows, row * observations.size());
    }

    /** The rows themselves; live. */
    float[] rows() {
        return rows;
    }

    /** The outputs for the rows that were put: a buffer, valid until the next call. */
    float[] forward(int count) {
        return network.forward(rows, count);
    }

    /** The outputs for one observation: a buffer, valid until the next call. */
    float[] forward(Tensor observation) {
        room(1);
        put(0, observation);
        return forward(1);
    }

    /** Hands out all weights. */
    void weights(BiConsumer<String, Tensor> to) {
        Tensors.weights(network, to);
    }

    /** Hands out the hidden activations for a probe batch. */
    void activations(Tensor probe, BiConsumer<String, Tensor> to) {
        int count = probe.rows();
        float[] batch = new float[count * observations.size()];
        observations.writeAll(probe, batch);
        network.forward(batch, count);
        for (Hidden layer : hidden) {
            float[] values = Arrays.copyOf(network.activation(layer.path()), count * layer.units());
            to.accept(layer.path(), Tensor.of(values, count, layer.units()));
        }
    }

    @Override
    public void save(StateWriter out) {
        for (Parameter slice : network.layout()) {
            out.tensor(StateKind.PARAMETER, slice.name(), Tensors.slice(network, slice));
        }
    }

    @Override
    public void restore(StateReader in) {
        for (Parameter slice : network.layout()) {
            Tensors.restore(network, slice, in.tensor(slice.name()));
        }
    }
}
