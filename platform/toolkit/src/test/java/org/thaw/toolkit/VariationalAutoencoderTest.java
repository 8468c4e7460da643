package org.thaw.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.RandomStream;
import org.thaw.api.Space;
import org.thaw.networks.Kernels;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;

class VariationalAutoencoderTest {
    private static VariationalAutoencoder model(int inputs, int latent) {
        HostStream random = new HostStream(3);
        return new VariationalAutoencoder(inputs, List.of(5), latent, 0.01, Kernels.standard(), random::nextDouble);
    }

    /** The loss as its definition has it. */
    private static double loss(VariationalAutoencoder model, float[] x, int inputs, int rows, float[] noise, int latent, float[] weights) {
        float[] code = model.networks().get(0).forward(x, rows).clone();
        float[] z = new float[rows * latent];
        double loss = 0;
        for (int i = 0; i < rows * latent; i++) {
            int mean = i / latent * 2 * latent + i % latent;
            double log = code[mean + latent];
            z[i] = (float) (code[mean] + StrictMath.exp(log / 2) * noise[i]);
            loss += weights[i / latent] * 0.5 * (code[mean] * code[mean] + StrictMath.exp(log) - log - 1);
        }
        float[] logits = model.networks().get(1).forward(z, rows);
        for (int i = 0; i < rows * inputs; i++) {
            loss -= weights[i / inputs] * (x[i] * logits[i] - StrictMath.log(1 + StrictMath.exp(logits[i])));
        }
        return loss / rows;
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        VariationalAutoencoder model = model(4, 2);
        float[] x = {0, 1, 0.5f, 1, 1, 0, 0.25f, 0};
        float[] noise = {0.5f, -1, 1.5f, 0.25f};
        for (float[] weights : List.of(new float[] {1, 1}, new float[] {0.5f, 1.5f})) {
            model.gradients(x, 2, noise, weights);
            List<float[]> gradients = model.networks().stream().map(network -> network.gradient().clone()).toList();
            for (int n = 0; n < 2; n++) {
                float[] parameters = model.networks().get(n).parameters();
                for (int i = 0; i < parameters.length; i++) {
                    float before = parameters[i];
                    float h = 1 / 256f;
                    parameters[i] = before + h;
                    double up = loss(model, x, 4, 2, noise, 2, weights);
                    parameters[i] = before - h;
                    double down = loss(model, x, 4, 2, noise, 2, weights);
                    parameters[i] = before;
                    assertEquals((up - down) / (2 * h), gradients.get(n)[i], 2e-3);
                }
            }
        }
    }

    @Test
    void rowsWithoutAWeightCountOnceEach() {
        float[] x = {0, 1, 0.5f, 1, 1, 0, 0.25f, 0};
        float[] noise = {0.5f, -1, 1.5f, 0.25f};
        VariationalAutoencoder a = model(4, 2);
        VariationalAutoencoder b = model(4, 2);
        a.learn(x, 2, noise);
        b.learn(x, 2, noise, new float[] {1, 1});
        assertTrue(MemoryState.of(a).sameAs(MemoryState.of(b)));
    }

    @Test
    void decodesToTheSigmoidOfItsLogits() {
        Decoder decoder = model(4, 2).decoder();
        float[] z = {0.5f, -1, 1.5f, 0.25f};
        float[] logits = decoder.network().forward(z, 2).clone();
        float[] means = decoder.means(z, 2);
        for (int i = 0; i < 8; i++) {
            assertEquals(1 / (1 + StrictMath.exp(-logits[i])), means[i], 1e-6);
        }
    }

    @Test
    void copiedDecoderStaysAsItWas() {
        VariationalAutoencoder model = model(4, 2);
        float[] z = {0.5f, -1};
        Decoder copy = model.decoder().copy();
        float[] before = copy.means(z, 1).clone();
        model.learn(new float[] {0, 1, 0.5f, 1}, 1, new float[] {1, 1});
        assertArrayEquals(before, copy.means(z, 1));
        assertFalse(Arrays.equals(before, model.decoder().means(z, 1)));
    }

    @Test
    void goesOnIdenticallyAfterRestoring() {
        VariationalAutoencoder original = model(4, 2);
        float[] x = {0, 1, 0.5f, 1};
        original.learn(x, 1, new float[] {1, -1});
        VariationalAutoencoder restored = model(4, 2);
        MemoryState.of(original).into(restored);
        original.learn(x, 1, new float[] {-1, 0.5f});
        restored.learn(x, 1, new float[] {-1, 0.5f});
        assertTrue(MemoryState.of(original).sameAs(MemoryState.of(restored)));
        assertEquals(2, restored.steps());
    }

    @Test
    void takesBytesAndTheUnitIntervalOnly() {
        assertTrue(VariationalAutoencoder.takes(Space.Real.of(0, 1, 4)));
        assertFalse(VariationalAutoencoder.takes(Space.Real.of(-1, 1, 4)));
        assertFalse(VariationalAutoencoder.takes(new Space.Categorical(4)));
    }

    @Test
    void importanceSamplingFindsTheLikelihoodThatAnIntegralGives() {
        VariationalAutoencoder model = model(3, 1);
        float[] x = {1, 0, 1};
        // p(x) = ∫ N(z; 0, 1) Π_j p(x_j|z) dz, by the trapezium rule
        double integral = 0;
        for (double at = -8; at <= 8; at += 0.01) {
            float[] logits = model.networks().get(1).forward(new float[] {(float) at}, 1);
            double log = -0.5 * at * at - 0.5 * StrictMath.log(2 * Math.PI);
            for (int j = 0; j < 3; j++) {
                log += x[j] * logits[j] - StrictMath.log(1 + StrictMath.exp(logits[j]));
            }
            integral += 0.01 * StrictMath.exp(log);
        }
        RandomStream random = new HostStream(7);
        float[] noise = new float[5000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        assertEquals(StrictMath.log(integral), model.logLikelihood(x, 0, noise, noise.length), 0.02);
    }
}
