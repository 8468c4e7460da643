package org.thaw.networks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.thaw.networks.internal.BatchNorm;
import org.thaw.networks.internal.Branches;
import org.thaw.networks.internal.Conv2d;
import org.thaw.networks.internal.Dense;
import org.thaw.networks.internal.Dropout;
import org.thaw.networks.internal.Flatten;
import org.thaw.networks.internal.Gelu;
import org.thaw.networks.internal.Layer;
import org.thaw.networks.internal.LayerNorm;
import org.thaw.networks.internal.LeakyRelu;
import org.thaw.networks.internal.Pool;
import org.thaw.networks.internal.Relu;
import org.thaw.networks.internal.Residual;
import org.thaw.networks.internal.Sequence;
import org.thaw.networks.internal.Silu;
import org.thaw.networks.internal.SiluDerivative;
import org.thaw.networks.internal.Tanh;

/**
 * Describes a network layer by layer. Layers are called {@code dense1}, {@code relu1}, {@code dense2} … by kind and
 * number unless {@link #name} says otherwise.
 */
public final class NetworkBuilder {

    private final List<Integer> inputShape;
    private final List<Layer.Named> layers = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private Supplier<Kernels> kernels = Kernels::standard;

    NetworkBuilder(List<Integer> inputShape) {
        this.inputShape = inputShape;
    }

    /** Adds a fully connected layer y = x·W + b; W is [inputs, outputs]. A shaped input is taken as one flat row. */
    public NetworkBuilder dense(int outputs) {
        return add(new Dense(outputs));
    }

    /** As {@link #conv(int, int, int, int)} with stride 1 and no padding. */
    public NetworkBuilder conv(int filters, int window) {
        return conv(filters, window, 1, 0);
    }

    /**
     * Adds a convolution of samples [height, width, channels]: y[i, j, o] = b[o] + Σ x[i·stride + u − padding,
     * j·stride + v − padding, c]·W[u, v, c, o]; W is [window, window, channels, filters]. It is not flipped: what the field
     * calls convolution is a cross-correlation.
     *
     * @param padding zeros on each side, less than the window
     */
    public NetworkBuilder conv(int filters, int window, int stride, int padding) {
        return add(new Conv2d(filters, window, stride, padding, true));
    }

    /** A convolution without biases, for one that batch norm follows. */
    public NetworkBuilder convWithoutBias(int filters, int window, int stride, int padding) {
        return add(new Conv2d(filters, window, stride, padding, false));
    }

    /** Adds the largest value of each window, per channel; a part of the image that fills no whole window is left out. */
    public NetworkBuilder maxPool(int window, int stride) {
        return add(new Pool(true, window, stride));
    }

    /** Adds the mean of each window, per channel. */
    public NetworkBuilder averagePool(int window, int stride) {
        return add(new Pool(false, window, stride));
    }

    /** Takes samples as flat rows from here on. A dense layer does so by itself. */
    public NetworkBuilder flatten() {
        return add(new Flatten());
    }

    /** Adds a rectifier y = max(x, 0). */
    public NetworkBuilder relu() {
        return add(new Relu());
    }

    /** Adds y = x where x is above 0, else slope·x (Maas et al. 2013); PyTorch's slope is 0.01, Keras's 0.3. */
    public NetworkBuilder leakyRelu(double slope) {
        return add(new LeakyRelu((float) slope));
    }

    /** Adds the hyperbolic tangent. */
    public NetworkBuilder tanh() {
        return add(new Tanh());
    }

    /** Adds the Gaussian error linear unit x·Φ(x), exact rather than its tanh form (Hendrycks and Gimpel 2016). */
    public NetworkBuilder gelu() {
        return add(new Gelu());
    }

    /** Adds the sigmoid-weighted linear unit x·σ(x), also called swish (Elfwing, Uchibe and Doya 2018, eq. 9). */
    public NetworkBuilder silu() {
        return add(new Silu());
    }

    /** Adds the derivative of {@link #silu()} as an activation of its own, a steeper sigmoid (the same paper, eq. 11). */
    public NetworkBuilder dsilu() {
        return add(new SiluDerivative());
    }

    /**
     * Adds layer norm over the last axis, with gain and shift and ε = 1e-5 (Ba, Kiros and Hinton 2016): over all values of
     * a flat row, over the channels of each pixel of an image.
     */
    public NetworkBuilder layerNorm() {
        return add(new LayerNorm());
    }

    /**
     * Adds batch norm per value of the last axis (Ioffe and Szegedy 2015), as {@code torch.nn.BatchNorm1d} and
     * {@code 2d}: ε = 1e-5, and running statistics that move by 0.1 per training batch and are used in inference, see
     * {@link Network#training(boolean)}.
     */
    public NetworkBuilder batchNorm() {
        return add(new BatchNorm());
    }

    /**
     * Adds dropout (Srivastava et al. 2014): in training each value becomes 0 with probability {@code rate}, else it is
     * divided by 1 − rate.
     *
     * @param random the stream that decides, one number per value; the caller saves its state
     */
    public NetworkBuilder dropout(double rate, Uniform random) {
        return add(new Dropout(rate, random));
    }

    /** Adds a residual block y = x + f(x) (He et al. 2016), f being the layers that {@code inner} adds. */
    public NetworkBuilder residual(Consumer<NetworkBuilder> inner) {
        return add(new Residual(inside(inner)));
    }

    /**
     * Adds branches that all read the same input; their outputs lie side by side in one row, each flat, in order: the heads
     * of tasks, or policy and value. Losses choose among them by masks.
     */
    @SafeVarargs
    public final NetworkBuilder branches(Consumer<NetworkBuilder>... branches) {
        return add(new Branches(Arrays.stream(branches).map(this::inside).toList()));
    }

    private Sequence inside(Consumer<NetworkBuilder> layers) {
        NetworkBuilder inner = new NetworkBuilder(inputShape);
        layers.accept(inner);
        return new Sequence(inner.checked());
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
        layers.set(layers.size() - 1, new Layer.Named(name, layers.get(layers.size() - 1).layer()));
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
        Network network = new Network(inputShape, checked(), kernels.get());
        network.initialise(initialiser, random);
        return network;
    }

    private List<Layer.Named> checked() {
        if (layers.isEmpty()) {
            throw new IllegalStateException("a network needs at least one layer");
        }
        HashSet<String> names = new HashSet<>();
        for (Layer.Named layer : layers) {
            if (!names.add(layer.name())) {
                throw new IllegalStateException("two layers are called '" + layer.name() + "'");
            }
        }
        return List.copyOf(layers);
    }

    private NetworkBuilder add(Layer layer) {
        layers.add(new Layer.Named(layer.kind() + counts.merge(layer.kind(), 1, Integer::sum), layer));
        return this;
    }
}
