package org.thaw.learners.imitation.internal;

import org.thaw.networks.SoftmaxCrossEntropy;

/**
 * Cross-entropy between what is to be predicted and the softmax over legal actions, {@code ℓ = −Σ_a q_a ln p_a}, the mean over the rows that have a target:
 * the negative log-likelihood of Laskin et al. 2022, eq. 4, where q is one action. The gradient by a score is {@code (p_a Σ_b q_b − q_a)/n}.
 */
final class ActionLoss {
    private final int actions;
    private final SoftmaxCrossEntropy softmax;
    private float[] gradient = {};
    private double agreement;

    ActionLoss(int actions) {
        this.actions = actions;
        softmax = new SoftmaxCrossEntropy(actions);
    }

    /** The loss of a batch; {@link #gradient()} and {@link #agreement()} belong to it. The batch has at least one target. */
    double of(float[] scores, WindowBatch batch) {
        int rows = batch.rows();
        if (gradient.length < rows * actions) {
            gradient = new float[rows * actions];
        }
        float[] p = softmax.softmax(scores, rows, batch.legal());
        float[] q = batch.wanted();
        float weight = 1f / batch.decided();
        double loss = 0;
        int agreed = 0;
        for (int row = 0; row < rows; row++) {
            int at = row * actions;
            float mass = 0;
            int likeliest = 0;
            int wanted = 0;
            for (int a = 0; a < actions; a++) {
                mass += q[at + a];
                likeliest = p[at + a] > p[at + likeliest] ? a : likeliest;
                wanted = q[at + a] > q[at + wanted] ? a : wanted;
            }
            for (int a = 0; a < actions; a++) {
                if (q[at + a] > 0) {
                    if (!batch.legal()[at + a]) {
                        throw new IllegalArgumentException("window " + row / batch.length() + " of the batch, step " + row % batch.length() + ": action " + a
                                + " is to be predicted but is not legal there. Expected actions that the teacher's world allowed: was the life recorded in a world with"
                                + " the same actions?");
                    }
                    loss -= q[at + a] * StrictMath.log(Math.max(p[at + a], Float.MIN_NORMAL));
                }
                gradient[at + a] = weight * (mass * p[at + a] - q[at + a]);
            }
            agreed += mass > 0 && likeliest == wanted ? 1 : 0;
        }
        agreement = (double) agreed / batch.decided();
        return loss * weight;
    }

    /** The derivative of the last loss by each score, [rows, actions]; a buffer. */
    float[] gradient() {
        return gradient;
    }

    /** The share of rows with a target in which the most probable action was the one wanted most. */
    double agreement() {
        return agreement;
    }
}
