package org.thaw.toolkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Kernels;
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.networks.Uniform;

/** The half of a {@link VariationalAutoencoder} that turns latent variables into inputs: into the logits l of independent Bernoulli variables. */
public final class Decoder {
    private final Network network;
    /** One layer without parameters: 1/(1 + e^−l) = (1 + tanh(l/2))/2, at the speed of a network's layer. */
    private final Network tanh;
    private final RowBuffers<float[]> halves;
    private final RowBuffers<float[]> means;

    Decoder(int latent, List<Integer> hidden, int inputs, Kernels kernels, Uniform random) {
        this(perceptron(latent, reversed(hidden), inputs, kernels, random),
                Network.of(inputs).kernels(kernels).tanh().build(Initialiser.PYTORCH, random));
    }

    private Decoder(Network network, Network tanh) {
        this.network = network;
        this.tanh = tanh;
        halves = new RowBuffers<>(n -> new float[n * network.outputs()]);
        means = new RowBuffers<>(n -> new float[n * network.outputs()]);
    }

    static Network perceptron(int inputs, List<Integer> hidden, int outputs, Kernels kernels, Uniform random) {
        NetworkBuilder builder = Network.of(inputs).kernels(kernels);
        hidden.forEach(units -> builder.dense(units).relu());
        return builder.dense(outputs).build(Initialiser.PYTORCH, random);
    }

    private static List<Integer> reversed(List<Integer> hidden) {
        List<Integer> reversed = new ArrayList<>(hidden);
        Collections.reverse(reversed);
        return reversed;
    }

    /** The network from latent variables to logits: its parameters are live. */
    public Network network() {
        return network;
    }

    /** How many latent variables it takes. */
    public int latent() {
        return network.inputs();
    }

    /**
     * What the decoder makes of latent variables: the means of the Bernoulli variables, [rows, inputs]. A buffer, valid until the next call for as
     * many rows.
     *
     * @param z [rows, latent]; standard normal draws give inputs as the model believes them to be
     */
    public float[] means(float[] z, int rows) {
        float[] t = halfTanh(network.forward(z, rows), rows);
        float[] mean = means.rows(rows);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = 0.5f * (1 + t[i]);
        }
        return mean;
    }

    /** tanh(l/2) of each logit: a buffer, valid until the next call. */
    float[] halfTanh(float[] logits, int rows) {
        float[] half = halves.rows(rows);
        for (int i = 0; i < half.length; i++) {
            half[i] = 0.5f * logits[i];
        }
        return tanh.forward(half, rows);
    }

    /** A decoder of the same shape and parameters that shares nothing with this one. */
    public Decoder copy() {
        return new Decoder(network.copy(), tanh.copy());
    }
}
