package org.thaw.learners.modelbased.internal;

import org.thaw.toolkit.replay.TransitionWindows;

/**
 * What the predictions are moved to. Values (Oh, Singh and Lee 2017, section 3.3): {@code R_l = r_l + γ d_l R_(l+1)} backwards from the last state of a
 * stretch of life, where {@code R = max_a Q⁻(s, a)}, planned with the target networks; 0 where the episode terminated. Abstract states: those that the target
 * encoder sees (Hansen, Wang and Su 2022, eq. 10). Arrays are buffers, [k + 1, rows, …] by step as in {@link TransitionWindows}.
 */
final class UnrollTargets {
    private final LatentModel target;
    private final Planner planner;
    private final double discount;
    private float[] states = {};
    private float[] returns = {};

    UnrollTargets(LatentModel target, ValuePredictionConfig config) {
        this.target = target;
        this.discount = config.discount();
        planner = new Planner(target, config.targetDepth(), config.branches(), discount);
    }

    /** Computes them for a batch. */
    void of(TransitionWindows batch) {
        int rows = batch.rows();
        if (returns.length != (batch.length() + 1) * rows) {
            returns = new float[(batch.length() + 1) * rows];
        }
        states = target.encoder().forward(batch.states(), (batch.length() + 1) * rows);
        for (int row = 0; row < rows; row++) {
            int last = batch.lengths()[row];
            double value = batch.terminated(row) ? 0 : best(batch, last, row);
            returns[last * rows + row] = (float) value;
            for (int l = last - 1; l >= 0; l--) {
                int at = l * rows + row;
                value = batch.rewards()[at] + discount * batch.discounts()[at] * value;
                returns[at] = (float) value;
            }
        }
    }

    private double best(TransitionWindows batch, int step, int row) {
        double[] values = planner.values(states, (step * batch.rows() + row) * target.latent());
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < values.length; a++) {
            if (batch.lastLegal()[row * values.length + a]) {
                best = Math.max(best, values[a]);
            }
        }
        return best;
    }

    /** R_l, [k + 1, rows]. */
    float[] returns() {
        return returns;
    }

    /** [k + 1, rows, latent]: of no meaning where nothing was seen. */
    float[] states() {
        return states;
    }
}
