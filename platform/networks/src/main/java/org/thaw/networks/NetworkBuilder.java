package org.thaw.networks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.thaw.networks.internal.Dense;
import org.thaw.networks.internal.Layer;
import org.thaw.networks.internal.Relu;

/**
 * Describes a network layer by layer. Layers are called {@code dense1}, {@code relu1}, {@code dense2} … by kind and
 * number unless {@link #name} says otherwise.
 */
public final class NetworkBuilder {

    private final List<Integer> inputShape;
    private final List<Network.Named> layers = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private Supplier<Kernels> kernels = Kernels::standard;

    NetworkBuilder(List<Integer> inputShape) {
        this.inputShape = inputShape;
    }

    /** Adds a fully connected layer y = x·W + b; W is [inputs, outputs]. A shaped input is taken as one flat row. */
    public NetworkBuilder dense(int outputs) {
        return add(new Dense(outputs));
    }

    /** Adds a rectifier y = max(x, 0). */
    public NetworkBuilder relu() {
        return add(new Relu());
    }

    /**
     * Names the layer added last.
     *
     * @throws IllegalStateException if there is no layer yet
     */
    public NetworkBuilder name(String name) {
        if (layers.isEmpty()) {
            throw new IllegalStateException("name(\"" + name + "\") must follow the layer it names");
        }
        layers.set(layers.size() - 1, new Network.Named(name, layers.get(layers.size() - 1).layer()));
        return this;
    }

    /** Uses these kernels instead of {@link Kernels#standard()}. Networks that share an instance share a thread. */
    public NetworkBuilder kernels(Kernels kernels) {
        this.kernels = () -> kernels;
        return this;
    }

    /**
     * Builds the network and draws its first parameters.
     *
     * @throws IllegalStateException if there is no layer or two layers have one name
     */
    public Network build(Initialiser initialiser, Uniform random) {
        if (layers.isEmpty()) {
            throw new IllegalStateException("a network needs at least one layer");
        }
        HashSet<String> names = new HashSet<>();
        for (Network.Named layer : layers) {
            if (!names.add(layer.name())) {
                throw new IllegalStateException("two layers are called '" + layer.name() + "'");
            }
        }
        Network network = new Network(inputShape, List.copyOf(layers), kernels.get());
        network.initialise(initialiser, random);
        return network;
    }

    private NetworkBuilder add(Layer layer) {
        layers.add(new Network.Named(layer.kind() + counts.merge(layer.kind(), 1, Integer::sum), layer));
        return this;
    }
}
