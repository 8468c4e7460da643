package org.thaw.learners.baselines.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.learner.Predictor;
import org.thaw.api.proof.host.ArrayData;
import org.thaw.api.proof.host.HostContext;
import org.thaw.api.proof.host.HostStream;
import org.thaw.api.proof.host.Supervised;
import org.thaw.networks.Kernels;
import org.thaw.networks.Network;
import org.thaw.toolkit.testing.Blobs;
import org.thaw.toolkit.testing.Laws;

class GenerativeClassifierTest {
    private static final GenerativeClassifier.Config SMALL = new GenerativeClassifier.Config(List.of(12), 2, 0.01, 20);

    /** The laws' blobs lie outside [0, 1]; that does not matter to what is saved and restored. */
    private static Predictor onBlobs(Context context) {
        return new GenerativeClassifier.Factory().create(SMALL, new Signature(Space.Real.of(0, 1, 2), new Space.Categorical(4)), context);
    }

    private static VariationalAutoencoder model(int inputs, int latent) {
        HostStream random = new HostStream(3);
        return new VariationalAutoencoder(inputs, List.of(5), latent, 0.01, Kernels.standard(), random::nextDouble);
    }

    /** The loss as its definition has it. */
    private static double loss(VariationalAutoencoder model, float[] x, int inputs, int rows, float[] noise, int latent) {
        float[] code = model.networks().get(0).forward(x, rows).clone();
        float[] z = new float[rows * latent];
        double loss = 0;
        for (int i = 0; i < rows * latent; i++) {
            int mean = i / latent * 2 * latent + i % latent;
            double log = code[mean + latent];
            z[i] = (float) (code[mean] + StrictMath.exp(log / 2) * noise[i]);
            loss += 0.5 * (code[mean] * code[mean] + StrictMath.exp(log) - log - 1);
        }
        float[] logits = model.networks().get(1).forward(z, rows);
        for (int i = 0; i < rows * inputs; i++) {
            loss -= x[i] * logits[i] - StrictMath.log(1 + StrictMath.exp(logits[i]));
        }
        return loss / rows;
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        VariationalAutoencoder model = model(4, 2);
        float[] x = {0, 1, 0.5f, 1, 1, 0, 0.25f, 0};
        float[] noise = {0.5f, -1, 1.5f, 0.25f};
        model.gradients(x, 2, noise);
        for (Network network : model.networks()) {
            float[] gradient = network.gradient().clone();
            for (int i = 0; i < gradient.length; i++) {
                float before = network.parameters()[i];
                float h = 1 / 256f;
                network.parameters()[i] = before + h;
                double up = loss(model, x, 4, 2, noise, 2);
                network.parameters()[i] = before - h;
                double down = loss(model, x, 4, 2, noise, 2);
                network.parameters()[i] = before;
                assertEquals((up - down) / (2 * h), gradient[i], 2e-3);
            }
        }
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

    /** Classes 0 and 1, or 2 and 3: each a pattern of eight bits of which each is wrong with probability 0.1. */
    private static ArrayData patterns(long seed, int... labels) {
        float[][] pattern = {{1, 1, 1, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 1, 1, 1, 1}, {1, 0, 1, 0, 1, 0, 1, 0}, {0, 1, 0, 1, 0, 1, 0, 1}};
        RandomStream random = new HostStream(seed);
        float[][] inputs = new float[60 * labels.length][8];
        int[] targets = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            targets[i] = labels[i % labels.length];
            for (int j = 0; j < 8; j++) {
                inputs[i][j] = random.nextBoolean(0.1) ? 1 - pattern[targets[i]][j] : pattern[targets[i]][j];
            }
        }
        return new ArrayData(inputs, targets, Cue.none());
    }

    @Test
    void learnsOneTaskAfterAnotherWithoutForgetting() {
        Signature bits = new Signature(Space.Real.of(0, 1, 8), new Space.Categorical(4));
        Predictor learner = new GenerativeClassifier.Factory().create(SMALL, bits, new HostContext(1));
        Laws.learn(learner, List.of(patterns(1, 0, 1), patterns(2, 2, 3)), 15, false);
        double accuracy = Supervised.accuracy(learner, patterns(3, 0, 1, 2, 3));
        assertTrue(accuracy > 0.9, "accuracy " + accuracy);
    }

    @Test
    void goesOnIdenticallyAfterRestoring() {
        Laws.goesOnIdentically(GenerativeClassifierTest::onBlobs, false, false, 1);
    }

    @Test
    void stepsAllocateNothing() {
        Laws.allocatesNothing(GenerativeClassifierTest::onBlobs, false, false);
    }

    @Test
    void refusesInputsOutsideTheUnitInterval() {
        assertThrows(IllegalArgumentException.class, () -> new GenerativeClassifier.Factory().create(SMALL, Blobs.SIGNATURE, new HostContext(1)));
    }
}
