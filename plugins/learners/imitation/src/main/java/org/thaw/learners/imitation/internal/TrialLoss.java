package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import org.thaw.networks.SoftmaxCrossEntropy;

/**
 * The clipped objective of PPO over tokens of trials (Schulman et al. 2017, eq. 7 and 9), to be made small: the mean of
 * {@code −min(ρ A, clip(ρ, 1−ε, 1+ε) A) + c₁ (V − R)² − c₂ H(π)} over the steps that were acted in, with ρ = π(a)/π_old(a). An output row has the actions'
 * scores and then the value.
 */
final class TrialLoss {
    private final int actions;
    private final int width;
    private final double clip;
    private final double valueWeight;
    private final double entropyWeight;
    private final SoftmaxCrossEntropy softmax;
    private float[] scores = {};
    private float[] gradient = {};
    private double policyLoss;
    private double valueLoss;
    private double entropy;

    TrialLoss(int actions, double clip, double valueWeight, double entropyWeight) {
        this.actions = actions;
        this.width = actions + 1;
        this.clip = clip;
        this.valueWeight = valueWeight;
        this.entropyWeight = entropyWeight;
        softmax = new SoftmaxCrossEntropy(actions);
    }

    /** The probabilities of all actions in so many output rows, [rows, actions]: a buffer. */
    float[] probabilities(float[] outputs, int rows, boolean[] legal) {
        if (scores.length < rows * actions) {
            scores = new float[rows * actions];
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(outputs, row * width, scores, row * actions, actions);
        }
        return softmax.softmax(scores, rows, legal);
    }

    /** The value in an output row. */
    double value(float[] outputs, int row) {
        return outputs[row * width + actions];
    }

    /** ln π(action) of a row of probabilities. */
    static double logProbability(float probability) {
        return StrictMath.log(Math.max(probability, Float.MIN_NORMAL));
    }

    /** Begins a minibatch of so many output rows. */
    void begin(int rows) {
        if (gradient.length < rows * width) {
            gradient = new float[rows * width];
        }
        Arrays.fill(gradient, 0, rows * width, 0f);
        policyLoss = 0;
        valueLoss = 0;
        entropy = 0;
    }

    /**
     * Adds a step that was acted in.
     *
     * @param row    of the outputs and of {@code p}, which are those of {@link #probabilities}
     * @param old    ln π_old(action)
     * @param target R
     * @param count  steps in the minibatch
     */
    void add(float[] outputs, float[] p, int row, int action, double old, double advantage, double target, int count) {
        int from = row * actions;
        int to = row * width;
        double ratio = StrictMath.exp(logProbability(p[from + action]) - old);
        double free = ratio * advantage;
        double bound = Math.max(1 - clip, Math.min(1 + clip, ratio)) * advantage;
        policyLoss -= Math.min(free, bound) / count;
        // where the bound is the smaller, the ratio has gone far enough and has no gradient
        double byLogarithm = free <= bound ? -free / count : 0;
        double disorder = 0;
        for (int a = 0; a < actions; a++) {
            disorder -= p[from + a] == 0 ? 0 : p[from + a] * logProbability(p[from + a]);
        }
        for (int a = 0; a < actions; a++) {
            double q = p[from + a];
            double byEntropy = q == 0 ? 0 : -q * (logProbability(p[from + a]) + disorder);
            gradient[to + a] = (float) (byLogarithm * ((a == action ? 1 : 0) - q) - entropyWeight / count * byEntropy);
        }
        double error = value(outputs, row) - target;
        gradient[to + actions] = (float) (2 * valueWeight * error / count);
        valueLoss += error * error / count;
        entropy += disorder / count;
    }

    /** The derivative of the minibatch's loss by the outputs, [rows, actions + 1]; a buffer. */
    float[] gradient() {
        return gradient;
    }

    /** The whole loss. */
    double loss() {
        return policyLoss + valueWeight * valueLoss - entropyWeight * entropy;
    }

    /** The policy's part. */
    double policyLoss() {
        return policyLoss;
    }

    /** The mean of (V − R)². */
    double valueLoss() {
        return valueLoss;
    }

    /** The mean entropy. */
    double entropy() {
        return entropy;
    }
}
