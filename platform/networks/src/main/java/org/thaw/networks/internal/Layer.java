package org.thaw.networks.internal;

import java.util.List;
import org.thaw.networks.Kernels;

/** The description of one layer: immutable, knows shapes, owns no memory. */
public interface Layer {

    /** Lower-case kind, the first part of default names. */
    String kind();

    /** Shape of one sample's output for the shape of its input. */
    List<Integer> outputShape(List<Integer> inputShape);

    /** The parameters this layer needs, in the order in which they lie in the flat vector. */
    List<Need> parameters(List<Integer> inputShape);

    /** What the layer keeps beside its parameters and no gradient reaches, such as running means. */
    default List<Statistic> statistics(List<Integer> inputShape) {
        return List.of();
    }

    /** Floating-point operations that one sample takes going forward, as {@link org.thaw.networks.Network#flopsForward()} counts them: those of products with weights. */
    default long flops(List<Integer> inputShape) {
        return 0;
    }

    /** The working layer. */
    Operator create(Site site);

    /** Number of values of a shape. */
    static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /**
     * A wish for parameters.
     *
     * @param name   name inside the layer
     * @param shape  row-major shape
     * @param role   how it gets its first values
     * @param fanIn  number of inputs that one output sums over
     * @param fanOut number of outputs that one input feeds
     */
    record Need(String name, List<Integer> shape, Role role, int fanIn, int fanOut) {
    }

    /**
     * What a working layer gets.
     *
     * @param kernels    inner loops
     * @param parameters flat vector of the network
     * @param gradient   flat gradient of the network
     * @param offsets    where the layer's parameters begin, in the order of its needs
     * @param statistics flat vector of the network's statistics
     * @param places     where the layer's statistics begin, in their order
     * @param inputShape shape of one sample
     */
    record Site(Kernels kernels, float[] parameters, float[] gradient, List<Integer> offsets, float[] statistics,
            List<Integer> places, List<Integer> inputShape) {
    }

    /** How parameters get their first values: weights and biases from the initialiser, gains are 1 and shifts 0. */
    enum Role { WEIGHT, BIAS, GAIN, SHIFT }

    /** A statistic: its name inside the layer, its shape and the value it starts from. */
    record Statistic(String name, List<Integer> shape, float initial) {
    }

    /** A layer and its name. */
    record Named(String name, Layer layer) {
    }
}
