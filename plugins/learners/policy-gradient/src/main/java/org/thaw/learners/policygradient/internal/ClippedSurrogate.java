package org.thaw.learners.policygradient.internal;

import java.util.Arrays;

/**
 * PPO's loss over a minibatch and its gradient (Schulman et al. 2017, eq. 7 and 9), to be made small: the mean of
 * {@code −min(ρ A, clip(ρ, 1−ε, 1+ε) A) + c₁ (V(s) − R)² − c₂ H(π(·|s))}, where ρ = π(a|s)/π_old(a|s) and A has mean 0 and deviation 1 over the
 * minibatch.
 */
final class ClippedSurrogate {
    private static final double LEAST_DEVIATION = 1e-8;

    private final PolicyHead head;
    private final int width;
    private final double clip;
    private final double valueWeight;
    private final double entropyWeight;
    private float[] gradient = {};
    private double policyLoss;
    private double valueLoss;
    private double entropy;
    private double clipped;

    /** For outputs of {@code head.width()} numbers and a value: with ε, c₁ and c₂. */
    ClippedSurrogate(PolicyHead head, double clip, double valueWeight, double entropyWeight) {
        this.head = head;
        this.width = head.width() + 1;
        this.clip = clip;
        this.valueWeight = valueWeight;
        this.entropyWeight = entropyWeight;
    }

    /**
     * The loss of some rows of a rollout; {@link #gradient()} and the head's own gradient are overwritten.
     *
     * @param outputs the network's outputs for these rows, in their order
     * @param rows    numbers of rows of the rollout, from index {@code from}
     */
    double of(float[] outputs, Rollout rollout, int[] rows, int from, int count) {
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += rollout.advantage(rows[from + i]) / count;
        }
        double variance = 0;
        for (int i = 0; i < count; i++) {
            double difference = rollout.advantage(rows[from + i]) - mean;
            variance += difference * difference / count;
        }
        double deviation = Math.sqrt(variance) + LEAST_DEVIATION;
        begin(count);
        for (int i = 0; i < count; i++) {
            int row = rows[from + i];
            // a single row has nothing to be compared with
            double advantage = count == 1 ? rollout.advantage(row) : (rollout.advantage(row) - mean) / deviation;
            add(outputs, i, row, rollout.logProbability(row), advantage, rollout.target(row), count);
        }
        return policyLoss + valueWeight * valueLoss - entropyWeight * entropy;
    }

    private void begin(int count) {
        if (gradient.length < count * width) {
            gradient = new float[count * width];
        }
        Arrays.fill(gradient, 0, count * width, 0f);
        Arrays.fill(head.gradient(), 0f);
        policyLoss = 0;
        valueLoss = 0;
        entropy = 0;
        clipped = 0;
    }

    private void add(float[] outputs, int i, int row, double oldLogProbability, double advantage, double target, int count) {
        int at = i * width;
        double ratio = StrictMath.exp(head.logProbability(outputs, at, row) - oldLogProbability);
        double free = ratio * advantage;
        double bound = Math.max(1 - clip, Math.min(1 + clip, ratio)) * advantage;
        policyLoss -= Math.min(free, bound) / count;
        clipped += Math.abs(ratio - 1) > clip ? 1.0 / count : 0;
        entropy += head.entropy() / count;
        // where the bound is the smaller, the ratio has gone far enough and has no gradient
        head.addGradient(free <= bound ? -free / count : 0, -entropyWeight / count, gradient, at);
        double error = outputs[at + width - 1] - target;
        valueLoss += error * error / count;
        gradient[at + width - 1] = (float) (2 * valueWeight * error / count);
    }

    /** The derivative of the last loss by the outputs, row after row; a buffer. */
    float[] gradient() {
        return gradient;
    }

    /** The policy's part of the last loss. */
    double policyLoss() {
        return policyLoss;
    }

    /** The mean of (V(s) − R)². */
    double valueLoss() {
        return valueLoss;
    }

    /** The mean entropy. */
    double entropy() {
        return entropy;
    }

    /** The share of rows whose ratio was outside the bounds. */
    double clipped() {
        return clipped;
    }
}
