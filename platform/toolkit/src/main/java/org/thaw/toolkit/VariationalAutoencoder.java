package org.thaw.toolkit;

import java.util.List;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Adam;
import org.thaw.networks.Kernels;
import org.thaw.networks.Network;
import org.thaw.networks.Uniform;

/**
 * A variational autoencoder (Kingma and Welling 2014, arXiv 1312.6114) for inputs in [0, 1]: a standard normal latent z, a decoder to the logits l
 * of independent Bernoulli variables, an encoder to mean and log-variance of q(z|x). It minimises the mean over examples of
 * {@code −Σ_j [x_j l_j − ln(1 + e^{l_j})] + ½ Σ_k [μ_k² + σ_k² − ln σ_k² − 1]} with one draw {@code z = μ + σ ε} for each.
 */
public final class VariationalAutoencoder implements Stateful {
    private static final float[] ALIKE = {};

    private final int inputs;
    private final int latent;
    private final Network encoder;
    private final Decoder decoder;
    private final Adam encoderOptimiser;
    private final Adam decoderOptimiser;
    private final RowBuffers<float[]> codes;
    private final RowBuffers<float[]> codeGradients;
    private final RowBuffers<float[]> logitGradients;

    /**
     * A model with fresh parameters, initialised as in PyTorch.
     *
     * @param hidden sizes of the encoder's hidden layers, with ReLUs; the decoder's are the same, backwards
     * @param latent how many latent variables
     * @param rate   learning rate of Adam
     */
    public VariationalAutoencoder(int inputs, List<Integer> hidden, int latent, double rate, Kernels kernels, Uniform random) {
        this.inputs = inputs;
        this.latent = latent;
        encoder = Decoder.perceptron(inputs, hidden, 2 * latent, kernels, random);
        decoder = new Decoder(latent, hidden, inputs, kernels, random);
        encoderOptimiser = new Adam(encoder.parameters().length, rate);
        decoderOptimiser = new Adam(decoder.network().parameters().length, rate);
        codes = new RowBuffers<>(n -> new float[n * latent]);
        codeGradients = new RowBuffers<>(n -> new float[n * 2 * latent]);
        logitGradients = new RowBuffers<>(n -> new float[n * inputs]);
    }

    /** Whether inputs of this space can be modelled: bytes, which {@link Features} scales, or numbers in [0, 1]. */
    public static boolean takes(Space input) {
        return input instanceof Space.Real real && (real.type() == Tensor.Type.U8 || real.low() >= 0 && real.high() <= 1);
    }

    /** The decoder: its parameters are live. */
    public Decoder decoder() {
        return decoder;
    }

    /** How many steps were taken. */
    public long steps() {
        return decoderOptimiser.steps();
    }

    /** Takes one step on a batch. @param noise ε, [rows, latent], standard normal */
    public void learn(float[] x, int rows, float[] noise) {
        learn(x, rows, noise, ALIKE);
    }

    /**
     * Takes one step on a batch whose rows count differently.
     *
     * @param noise   ε, [rows, latent], standard normal
     * @param weights a factor for each row beside the 1/rows of the mean; empty: 1 each
     */
    public void learn(float[] x, int rows, float[] noise, float[] weights) {
        gradients(x, rows, noise, weights);
        encoderOptimiser.step(encoder.parameters(), encoder.gradient());
        decoderOptimiser.step(decoder.network().parameters(), decoder.network().gradient());
    }

    /** Leaves the gradient of the weighted mean loss in both networks. */
    void gradients(float[] x, int rows, float[] noise, float[] weights) {
        float[] code = encoder.forward(x, rows);
        float[] z = codes.rows(rows);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < latent; k++) {
                z[row * latent + k] = draw(code, row, k, noise[row * latent + k]);
            }
        }
        float[] t = decoder.halfTanh(decoder.network().forward(z, rows), rows);
        float[] byLogit = logitGradients.rows(rows);
        for (int row = 0; row < rows; row++) {
            float weight = weight(weights, row);
            for (int i = row * inputs; i < (row + 1) * inputs; i++) {
                byLogit[i] = weight * (0.5f * (1 + t[i]) - x[i]) / rows;
            }
        }
        float[] byZ = decoder.network().backwardToInput(byLogit);
        float[] byCode = codeGradients.rows(rows);
        for (int row = 0; row < rows; row++) {
            float weight = weight(weights, row);
            for (int k = 0; k < latent; k++) {
                float slope = byZ[row * latent + k];
                int mean = row * 2 * latent + k;
                double variance = StrictMath.exp(code[mean + latent]);
                byCode[mean] = slope + weight * code[mean] / rows;
                byCode[mean + latent] = (float) (slope * noise[row * latent + k] * 0.5 * Math.sqrt(variance) + weight * 0.5 * (variance - 1) / rows);
            }
        }
        encoder.backward(byCode);
    }

    private static float weight(float[] weights, int row) {
        return weights.length == 0 ? 1 : weights[row];
    }

    private float draw(float[] code, int row, int k, float noise) {
        int mean = row * 2 * latent + k;
        return (float) (code[mean] + StrictMath.exp(0.5 * code[mean + latent]) * noise);
    }

    /**
     * The logarithm of the likelihood of one example, by importance sampling from the encoder:
     * {@code ln 1/S Σ_s p(x|z_s) p(z_s) / q(z_s|x)}.
     *
     * @param offset where the example begins in x
     * @param noise  ε, [samples, latent], standard normal
     */
    public double logLikelihood(float[] x, int offset, float[] noise, int samples) {
        float[] code = encoder.forward(x, offset, 1);
        float[] z = codes.rows(samples);
        for (int s = 0; s < samples; s++) {
            for (int k = 0; k < latent; k++) {
                z[s * latent + k] = draw(code, 0, k, noise[s * latent + k]);
            }
        }
        float[] logits = decoder.network().forward(z, samples);
        float[] t = decoder.halfTanh(logits, samples);
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int s = 0; s < samples; s++) {
            double weight = reconstruction(x, offset, logits, t, s * inputs);
            for (int k = 0; k < latent; k++) {
                double e = noise[s * latent + k];
                double value = z[s * latent + k];
                weight += 0.5 * (e * e - value * value + code[latent + k]);
            }
            // a running sum of exponentials, relative to the greatest so far
            if (weight > greatest) {
                sum = 1 + sum * StrictMath.exp(greatest - weight);
                greatest = weight;
            } else {
                sum += StrictMath.exp(weight - greatest);
            }
        }
        return greatest + StrictMath.log(sum / samples);
    }

    /** {@code Σ_j x_j l_j − ln(1 + e^l_j)}, with {@code ln(1 + e^l) = max(l, 0) − ln((1 + |tanh(l/2)|)/2)}. */
    private double reconstruction(float[] x, int offset, float[] logits, float[] t, int from) {
        double sum = 0;
        double product = 1;
        for (int j = 0; j < inputs; j++) {
            float l = logits[from + j];
            sum += x[offset + j] * l - Math.max(l, 0);
            product *= 0.5 * (1 + Math.abs(t[from + j]));
            // each factor is at least a half: one logarithm for many
            if (product < 1e-250) {
                sum += StrictMath.log(product);
                product = 1;
            }
        }
        return sum + StrictMath.log(product);
    }

    /** Encoder and decoder. */
    List<Network> networks() {
        return List.of(encoder, decoder.network());
    }

    /** What is saved beside the tensors. */
    public record Progress(long steps) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.OPTIMISER, "progress", new Progress(steps()));
        save(out.in("encoder"), encoder, encoderOptimiser);
        save(out.in("decoder"), decoder.network(), decoderOptimiser);
    }

    private static void save(StateWriter out, Network network, Adam optimiser) {
        out.tensor(StateKind.PARAMETER, "parameters", Tensor.of(network.parameters(), network.parameters().length));
        optimiser.slots().forEach((name, slot) -> out.tensor(StateKind.OPTIMISER, name, Tensor.of(slot, slot.length)));
    }

    @Override
    public void restore(StateReader in) {
        long steps = in.record("progress", Progress.class).steps();
        restore(in.in("encoder"), encoder, encoderOptimiser, steps);
        restore(in.in("decoder"), decoder.network(), decoderOptimiser, steps);
    }

    private static void restore(StateReader in, Network network, Adam optimiser, long steps) {
        in.into("parameters", Tensor.of(network.parameters(), network.parameters().length));
        optimiser.steps(steps);
        optimiser.slots().forEach((name, slot) -> in.into(name, Tensor.of(slot, slot.length)));
    }
}
