package org.thaw.networks;

import java.util.List;
import java.util.Objects;

/**
 * How the parameters of a layer get their first values. Layers draw in their order in the network, weights before
 * biases, each in row-major order, so one stream gives one network.
 *
 * @param name    the name used in hyperparameters
 * @param weights fills weights
 * @param biases  fills biases
 */
public record Initialiser(String name, Filling weights, Filling biases) {

    /** All zeros. */
    public static final Filling ZEROS = (values, offset, length, fanIn, fanOut, random) ->
            java.util.Arrays.fill(values, offset, offset + length, 0f);

    /**
     * As {@code torch.nn.Linear} and {@code Conv2d}: Kaiming uniform with a = √5, which is U(−b, b) with
     * b = 1/√fanIn, for weights and biases alike.
     */
    public static final Initialiser PYTORCH = new Initialiser("pytorch",
            uniform((in, out) -> 1 / Math.sqrt(in)), uniform((in, out) -> 1 / Math.sqrt(in)));

    /** As Keras: Glorot uniform, U(−b, b) with b = √(6/(fanIn + fanOut)); biases 0 (Glorot and Bengio 2010, eq. 16). */
    public static final Initialiser KERAS = new Initialiser("keras",
            uniform((in, out) -> Math.sqrt(6.0 / (in + out))), ZEROS);

    /** Kaiming uniform for ReLU: U(−b, b) with b = √(6/fanIn); biases 0 (He et al. 2015, eq. 10). */
    public static final Initialiser HE = new Initialiser("he", uniform((in, out) -> Math.sqrt(6.0 / in)), ZEROS);

    /** The initialisers that {@link #named} knows. */
    public static final List<Initialiser> ALL = List.of(PYTORCH, KERAS, HE);

    public Initialiser {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(biases, "biases");
    }

    /**
     * The initialiser of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Initialiser named(String name) {
        return ALL.stream().filter(known -> known.name.equals(name)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("no initialiser is called '" + name + "'; there are "
                        + ALL.stream().map(Initialiser::name).toList()));
    }

    /** Fills with values uniform on (−b, b), where b is computed from the fans. */
    public static Filling uniform(Bound bound) {
        return (values, offset, length, fanIn, fanOut, random) -> {
            double b = bound.of(fanIn, fanOut);
            for (int i = offset; i < offset + length; i++) {
                values[i] = (float) ((2 * random.next() - 1) * b);
            }
        };
    }

    /** Writes first values into a slice of the parameter vector. */
    @FunctionalInterface
    public interface Filling {

        /**
         * Fills {@code values[offset … offset+length)}.
         *
         * @param fanIn  number of inputs that one output sums over
         * @param fanOut number of outputs that one input feeds
         */
        void fill(float[] values, int offset, int length, int fanIn, int fanOut, Uniform random);
    }

    /** The bound of a uniform distribution. */
    @FunctionalInterface
    public interface Bound {

        /** The bound for a layer with these fans. */
        double of(int fanIn, int fanOut);
    }
}
