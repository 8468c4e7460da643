package org.thaw.toolkit;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.thaw.api.Tensor;
import org.thaw.networks.Network;
import org.thaw.networks.Parameter;

/** Named slices of a network's flat vectors as tensors, for saving and for looking inside. */
public final class Tensors {
    private Tensors() {
    }

    /** A copy of a slice of the parameters. */
    public static Tensor slice(Network network, Parameter slice) {
        return Tensor.of(Arrays.copyOfRange(network.parameters(), slice.offset(), slice.end()), shape(slice));
    }

    /** Writes a slice of the parameters. @throws IllegalArgumentException if the shape differs; the message names the slice */
    public static void restore(Network network, Parameter slice, Tensor saved) {
        if (saved.type() != Tensor.Type.F32 || !Arrays.equals(saved.shape(), shape(slice))) {
            throw new IllegalArgumentException("the saved " + slice.name() + " is " + saved + ", this network's is F32" + slice.shape());
        }
        System.arraycopy(saved.floats(), 0, network.parameters(), slice.offset(), slice.length());
    }

    /** Hands out the weights of all layers, biases left out. */
    public static void weights(Network network, BiConsumer<String, Tensor> to) {
        network.layout().stream().filter(slice -> slice.shape().size() > 1).forEach(slice -> to.accept(slice.name(), slice(network, slice)));
    }

    /** Hands out the outputs of the hidden layers' rectifiers for the last batch of {@code rows} rows, with [rows, units] values each. */
    public static void activations(Network network, int rows, BiConsumer<String, Tensor> to) {
        for (String layer : network.layerNames()) {
            if (layer.startsWith("relu")) {
                int units = network.width(layer);
                to.accept(layer, Tensor.of(Arrays.copyOf(network.activation(layer), rows * units), rows, units));
            }
        }
    }

    private static int[] shape(Parameter slice) {
        return slice.shape().stream().mapToInt(Integer::intValue).toArray();
    }
}
