package org.thaw.learners.baselines.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.thaw.networks.Adam;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Kernels;
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.networks.Uniform;
import org.thaw.toolkit.RowBuffers;

/**
 * A variational autoencoder (Kingma and Welling 2014) for inputs in [0, 1]: a standard normal latent z, a decoder to the logits l of independent
 * Bernoulli variables, an encoder to mean and log-variance of q(z|x). It minimises the mean over examples of {@code −Σ_j [x_j l_j − ln(1 +
 * e^{l_j})] + ½ Σ_k [μ_k² + σ_k² − ln σ_k² − 1]} with one draw {@code z = μ + σ ε} for each.
 */
final class VariationalAutoencoder {
    private final int inputs;
    private final int latent;
    private final Network encoder;
    private final Network decoder;
    /** One layer without parameters: 1/(1 + e^−l) = (1 + tanh(l/2))/2, at the speed of a network's layer. */
    private final Network tanh;
    private final Adam encoderOptimiser;
    private final Adam decoderOptimiser;
    private final RowBuffers<float[]> codes;
    private final RowBuffers<float[]> codeGradients;
    private final RowBuffers<float[]> logitGradients;
    private final RowBuffers<float[]> halves;

    VariationalAutoencoder(int inputs, List<Integer> hidden, int latent, double rate, Kernels kernels, Uniform random) {
        this.inputs = inputs;
        this.latent = latent;
        List<Integer> reversed = new ArrayList<>(hidden);
        Collections.reverse(reversed);
        encoder = perceptron(inputs, hidden, 2 * latent, kernels, random);
        decoder = perceptron(latent, reversed, inputs, kernels, random);
        tanh = Network.of(inputs).kernels(kernels).tanh().build(Initialiser.PYTORCH, random);
        encoderOptimiser = new Adam(encoder.parameters().length, rate);
        decoderOptimiser = new Adam(decoder.parameters().length, rate);
        codes = new RowBuffers<>(n -> new float[n * latent]);
        codeGradients = new RowBuffers<>(n -> new float[n * 2 * latent]);
        logitGradients = new RowBuffers<>(n -> new float[n * inputs]);
        halves = new RowBuffers<>(n -> new float[n * inputs]);
    }

    private static Network perceptron(int inputs, List<Integer> hidden, int outputs, Kernels kernels, Uniform random) {
        NetworkBuilder builder = Network.of(inputs).kernels(kernels);
        hidden.forEach(units -> builder.dense(units).relu());
        return builder.dense(outputs).build(Initialiser.PYTORCH, random);
    }

    /** Takes one step on a batch. @param noise ε, [rows, latent], standard normal */
    void learn(float[] x, int rows, float[] noise) {
        gradients(x, rows, noise);
        encoderOptimiser.step(encoder.parameters(), encoder.gradient());
        decoderOptimiser.step(decoder.parameters(), decoder.gradient());
    }

    /** Leaves the gradient of the mean loss in both networks. */
    void gradients(float[] x, int rows, float[] noise) {
        float[] code = encoder.forward(x, rows);
        float[] z = codes.rows(rows);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < latent; k++) {
                z[row * latent + k] = draw(code, row, k, noise[row * latent + k]);
            }
        }
        float[] t = halfTanh(decoder.forward(z, rows), rows);
        float[] byLogit = logitGradients.rows(rows);
        for (int i = 0; i < byLogit.length; i++) {
            byLogit[i] = (0.5f * (1 + t[i]) - x[i]) / rows;
        }
        float[] byZ = decoder.backwardToInput(byLogit);
        float[] byCode = codeGradients.rows(rows);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < latent; k++) {
                float slope = byZ[row * latent + k];
                int mean = row * 2 * latent + k;
                double variance = StrictMath.exp(code[mean + latent]);
                byCode[mean] = slope + code[mean] / rows;
                byCode[mean + latent] = (float) (slope * noise[row * latent + k] * 0.5 * Math.sqrt(variance) + 0.5 * (variance - 1) / rows);
            }
        }
        encoder.backward(byCode);
    }

    private float draw(float[] code, int row, int k, float noise) {
        int mean = row * 2 * latent + k;
        return (float) (code[mean] + StrictMath.exp(0.5 * code[mean + latent]) * noise);
    }

    private float[] halfTanh(float[] logits, int rows) {
        float[] half = halves.rows(rows);
        for (int i = 0; i < half.length; i++) {
            half[i] = 0.5f * logits[i];
        }
        return tanh.forward(half, rows);
    }

    /**
     * The logarithm of the likelihood of one example, by importance sampling from the encoder:
     * {@code ln 1/S Σ_s p(x|z_s) p(z_s) / q(z_s|x)}.
     *
     * @param offset where the example begins in x
     * @param noise  ε, [samples, latent], standard normal
     */
    double logLikelihood(float[] x, int offset, float[] noise, int samples) {
        float[] code = encoder.forward(x, offset, 1);
        float[] z = codes.rows(samples);
        for (int s = 0; s < samples; s++) {
            for (int k = 0; k < latent; k++) {
                z[s * latent + k] = draw(code, 0, k, noise[s * latent + k]);
            }
        }
        float[] logits = decoder.forward(z, samples);
        float[] t = halfTanh(logits, samples);
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

    /** The two networks and their optimisers, in the order encoder, decoder. */
    List<Network> networks() {
        return List.of(encoder, decoder);
    }

    /** The optimisers of {@link #networks()}. */
    List<Adam> optimisers() {
        return List.of(encoderOptimiser, decoderOptimiser);
    }
}
