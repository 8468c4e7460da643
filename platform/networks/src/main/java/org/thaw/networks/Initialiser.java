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

    /** All ones: the gains of norm layers. */
    public static final Filling ONES = (values, offset, length, fanIn, fanOut, random) ->
            java.util.Arrays.fill(values, offset, offset + length, 1f);

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

    /** {@code torch.nn.init.kaiming_uniform_} for ReLU, biases 0: as {@link #HE}. */
    public static final Initialiser KAIMING_UNIFORM = new Initialiser("kaiming_uniform", HE.weights(), ZEROS);

    /** {@code torch.nn.init.kaiming_normal_} for ReLU: deviation √(2/fanIn); biases 0. */
    public static final Initialiser KAIMING_NORMAL = new Initialiser("kaiming_normal",
            normal((in, out) -> Math.sqrt(2.0 / in)), ZEROS);

    /** {@code torch.nn.init.xavier_uniform_}, biases 0: as {@link #KERAS}. */
    public static final Initialiser XAVIER_UNIFORM = new Initialiser("xavier_uniform", KERAS.weights(), ZEROS);

    /** {@code torch.nn.init.xavier_normal_}: deviation √(2/(fanIn + fanOut)); biases 0. */
    public static final Initialiser XAVIER_NORMAL = new Initialiser("xavier_normal",
            normal((in, out) -> Math.sqrt(2.0 / (in + out))), ZEROS);

    /** Keras's name for {@link #KERAS}. */
    public static final Initialiser GLOROT_UNIFORM = new Initialiser("glorot_uniform", KERAS.weights(), ZEROS);

    /** Keras: as {@link #XAVIER_NORMAL}, but truncated. */
    public static final Initialiser GLOROT_NORMAL = new Initialiser("glorot_normal",
            truncatedNormal((in, out) -> Math.sqrt(2.0 / (in + out))), ZEROS);

    /** Keras's name for {@link #HE}. */
    public static final Initialiser HE_UNIFORM = new Initialiser("he_uniform", HE.weights(), ZEROS);

    /** Keras: as {@link #KAIMING_NORMAL}, but truncated. */
    public static final Initialiser HE_NORMAL = new Initialiser("he_normal",
            truncatedNormal((in, out) -> Math.sqrt(2.0 / in)), ZEROS);

    /** Keras: U(−b, b) with b = √(3/fanIn); biases 0 (LeCun et al. 1998, eq. 16). */
    public static final Initialiser LECUN_UNIFORM = new Initialiser("lecun_uniform",
            uniform((in, out) -> Math.sqrt(3.0 / in)), ZEROS);

    /** Keras: truncated, deviation √(1/fanIn); biases 0. */
    public static final Initialiser LECUN_NORMAL = new Initialiser("lecun_normal",
            truncatedNormal((in, out) -> Math.sqrt(1.0 / in)), ZEROS);

    /** The initialisers that {@link #named} knows. */
    public static final List<Initialiser> ALL = List.of(PYTORCH, KERAS, HE, KAIMING_UNIFORM, KAIMING_NORMAL, XAVIER_UNIFORM,
            XAVIER_NORMAL, GLOROT_UNIFORM, GLOROT_NORMAL, HE_UNIFORM, HE_NORMAL, LECUN_UNIFORM, LECUN_NORMAL);

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

    /** Fills with normal values of mean 0, whose standard deviation is computed from the fans. */
    public static Filling normal(Bound deviation) {
        return (values, offset, length, fanIn, fanOut, random) -> {
            double d = deviation.of(fanIn, fanOut);
            for (int i = offset; i < offset + length; i++) {
                values[i] = (float) (d * gaussian(random));
            }
        };
    }

    /**
     * Fills with normal values drawn again where they lie beyond two deviations, widened so that the standard deviation of what
     * remains is the computed one; as Keras's {@code VarianceScaling}.
     */
    public static Filling truncatedNormal(Bound deviation) {
        return (values, offset, length, fanIn, fanOut, random) -> {
            // the standard deviation of a standard normal distribution cut off at ±2
            double d = deviation.of(fanIn, fanOut) / 0.87962566103423978;
            for (int i = offset; i < offset + length; i++) {
                double z = gaussian(random);
                while (Math.abs(z) > 2) {
                    z = gaussian(random);
                }
                values[i] = (float) (d * z);
            }
        };
    }

    /** One standard normal number from two uniform ones (Box and Muller 1958), with the same bits everywhere. */
    private static double gaussian(Uniform random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.next()));
        return radius * StrictMath.cos(2 * Math.PI * random.next());
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

    /** The bound of a uniform distribution, or the deviation of a normal one. */
    @FunctionalInterface
    public interface Bound {

        /** The value for a layer with these fans. */
        double of(int fanIn, int fanOut);
    }
}
