package org.thaw.learners.policygradient.internal;

import org.thaw.api.RandomStream;

/**
 * A softmax over the legal ones among discrete actions: π_a = e^{l_a} / Σ_b e^{l_b} over legal b, 0 for the others. It holds the last one computed, and its
 * derivatives by the logits l. Logarithms are log(π + floor); with a floor of 0 they are the logits' own, and never infinite for a legal action.
 */
final class MaskedSoftmax {
    private final int actions;
    private final double floor;
    private final double[] probabilities;
    private final double[] logarithms;
    private final float[] weights;

    MaskedSoftmax(int actions, double floor) {
        this.actions = actions;
        this.floor = floor;
        probabilities = new double[actions];
        logarithms = new double[actions];
        weights = new float[actions];
    }

    /** Computes it from logits that begin at {@code at} and a mask that begins at {@code legalAt}. */
    void of(float[] logits, int at, boolean[] legal, int legalAt) {
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < actions; a++) {
            if (legal[legalAt + a]) {
                most = Math.max(most, logits[at + a]);
            }
        }
        if (!(most > Double.NEGATIVE_INFINITY && most < Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException("the best logit of a legal action is " + most + ": expected a finite number; no action is legal, or the network has diverged");
        }
        double sum = 0;
        for (int a = 0; a < actions; a++) {
            probabilities[a] = legal[legalAt + a] ? StrictMath.exp(logits[at + a] - most) : 0;
            sum += probabilities[a];
        }
        double logSum = StrictMath.log(sum);
        for (int a = 0; a < actions; a++) {
            probabilities[a] /= sum;
            weights[a] = (float) probabilities[a];
            if (!legal[legalAt + a]) {
                logarithms[a] = 0;
            } else if (floor == 0) {
                logarithms[a] = logits[at + a] - most - logSum;
            } else {
                logarithms[a] = StrictMath.log(probabilities[a] + floor);
            }
        }
    }

    /** The probabilities, to be read only. */
    float[] distribution() {
        return weights;
    }

    /** log(π_a + floor), for a legal action. */
    double logarithm(int action) {
        return logarithms[action];
    }

    /** H = −Σ π_a log(π_a + floor). */
    double entropy() {
        double entropy = 0;
        for (int a = 0; a < actions; a++) {
            entropy -= probabilities[a] * logarithms[a];
        }
        return entropy;
    }

    /** An action by its probability. */
    int draw(RandomStream random) {
        return random.nextIndex(weights, actions);
    }

    /** The most probable action, the first of several. */
    int mode() {
        int best = 0;
        for (int a = 1; a < actions; a++) {
            if (probabilities[a] > probabilities[best]) {
                best = a;
            }
        }
        return best;
    }

    /** Adds {@code scale}·∂log(π_action + floor)/∂l to {@code gradient} from {@code at}. */
    void addLogarithmGradient(int action, double scale, float[] gradient, int at) {
        double factor = scale * share(action);
        for (int a = 0; a < actions; a++) {
            gradient[at + a] += (float) (factor * ((a == action ? 1 : 0) - probabilities[a]));
        }
    }

    /** Adds {@code scale}·∂H/∂l to {@code gradient} from {@code at}. */
    void addEntropyGradient(double scale, float[] gradient, int at) {
        double mean = 0;
        for (int a = 0; a < actions; a++) {
            mean -= probabilities[a] * (logarithms[a] + share(a));
        }
        for (int a = 0; a < actions; a++) {
            gradient[at + a] += (float) (scale * probabilities[a] * (-(logarithms[a] + share(a)) - mean));
        }
    }

    /** π/(π + floor). */
    private double share(int action) {
        return floor == 0 ? 1 : probabilities[action] / (probabilities[action] + floor);
    }
}
