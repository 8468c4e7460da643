package org.thaw.tck.proof;

/** Multinomial logistic regression: p(c | x) ∝ exp(w_c · x + b_c). The weights of class c are at [c, ·], its bias last. */
final class LinearSoftmax {
    private final int width;
    private final int classes;
    private final float[] weights;
    private final float[] p;

    LinearSoftmax(int width, int classes) {
        this.width = width;
        this.classes = classes;
        this.weights = new float[classes * (width + 1)];
        this.p = new float[classes];
    }

    float[] weights() {
        return weights;
    }

    /** The probabilities for the input that begins at x[at]; this model's own buffer. */
    float[] probabilities(float[] x, int at) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            float score = weights[c * (width + 1) + width];
            for (int i = 0; i < width; i++) {
                score += weights[c * (width + 1) + i] * x[at + i];
            }
            p[c] = score;
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            p[c] = (float) StrictMath.exp(p[c] - highest);
            sum += p[c];
        }
        for (int c = 0; c < classes; c++) {
            p[c] /= (float) sum;
        }
        return p;
    }

    /** ∂(−log p(target | x)) / ∂weights of one example, added to {@code gradient} times {@code factor}. */
    void gradient(float[] x, int at, int target, float factor, float[] gradient) {
        probabilities(x, at);
        for (int c = 0; c < classes; c++) {
            float error = factor * (p[c] - (c == target ? 1 : 0));
            for (int i = 0; i < width; i++) {
                gradient[c * (width + 1) + i] += error * x[at + i];
            }
            gradient[c * (width + 1) + width] += error;
        }
    }

    /** w ← w − rate · gradient. */
    void descend(float[] gradient, float rate) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= rate * gradient[i];
        }
    }
}
