package org.thaw.learners.modelbased.internal;

import java.util.Arrays;
import org.thaw.networks.Network;
import org.thaw.toolkit.replay.TransitionWindows;

/**
 * The loss of a model over k steps of life and its gradient through time (Oh, Singh and Lee 2017, section 3.3). From the encoded first state the model follows
 * the actions that were taken; with s_l the abstract state after l of them, the mean over rows of
 *
 * <pre>{@code
 * Σ_l  H(V(s_l+1) − R_l+1)  +  ½ (r_l − r)²  +  CE(c_l, d)  +  ½ w |s_l+1 − s⁻_l+1|² / latent,
 * }</pre>
 *
 * H the Huber loss, r and d the reward and discount that followed, CE the cross-entropy (the paper has a squared error of logarithms, for options of
 * several steps), s⁻ what the target encoder sees, w the weight of consistency. The value of a state after a termination is moved to 0; there s⁻ is not known.
 */
final class UnrollLoss {
    private final LatentModel model;
    private final double consistency;
    private final int latent;
    private final int stride;
    private final float[] coreSum;
    private float[] states = {};
    /** Of each of s_1 to s_k, by losses of its own. */
    private float[] laterGradient = {};
    /** Of one state, by all that follows it. */
    private float[] stateGradient = {};
    private float[] valueGradient = {};
    private float[] coreGradient = {};
    private double loss;

    UnrollLoss(LatentModel model, double consistency) {
        this.model = model;
        this.consistency = consistency;
        latent = model.latent();
        stride = model.stride();
        coreSum = new float[model.core().parameters().length];
    }

    /** The loss; afterwards the gradients of the three networks are there. */
    double of(TransitionWindows batch, UnrollTargets targets) {
        grow(batch);
        loss = 0;
        unroll(batch);
        values(batch, targets.returns());
        if (consistency > 0) {
            consistency(batch, targets.states());
        }
        backThroughTime(batch);
        return loss;
    }

    private void grow(TransitionWindows batch) {
        int each = batch.rows() * latent;
        if (states.length != (batch.length() + 1) * each) {
            states = new float[(batch.length() + 1) * each];
            stateGradient = new float[each];
            valueGradient = new float[batch.length() * batch.rows()];
            coreGradient = new float[batch.rows() * model.core().outputs()];
            laterGradient = new float[batch.length() * each];
        }
    }

    private void unroll(TransitionWindows batch) {
        int each = batch.rows() * latent;
        System.arraycopy(model.encoder().forward(batch.states(), batch.rows()), 0, states, 0, each);
        for (int l = 0; l < batch.length(); l++) {
            float[] outcomes = model.core().forward(states, l * each, batch.rows());
            for (int row = 0; row < batch.rows(); row++) {
                int from = outcome(batch, l, row);
                int at = l * each + row * latent;
                for (int i = 0; i < latent; i++) {
                    states[at + each + i] = states[at + i] + outcomes[from + i];
                }
            }
        }
    }

    /** Where the core's outputs for the action of a step begin. */
    private int outcome(TransitionWindows batch, int step, int row) {
        return row * model.core().outputs() + batch.actions()[step * batch.rows() + row] * stride;
    }

    private void values(TransitionWindows batch, float[] returns) {
        int rows = batch.rows();
        float[] values = model.value().forward(states, rows * latent, batch.length() * rows);
        for (int l = 0; l < batch.length(); l++) {
            for (int row = 0; row < rows; row++) {
                int at = l * rows + row;
                boolean lived = l < batch.lengths()[row];
                double error = lived ? (double) values[at] - returns[at + rows] : 0;
                double size = Math.abs(error);
                loss += (size <= 1 ? 0.5 * error * error : size - 0.5) / rows;
                valueGradient[at] = (float) (Math.max(-1, Math.min(1, error)) / rows);
            }
        }
        System.arraycopy(model.value().backwardToInput(valueGradient), 0, laterGradient, 0, laterGradient.length);
    }

    private void consistency(TransitionWindows batch, float[] seen) {
        int rows = batch.rows();
        double weight = consistency / latent / rows;
        for (int l = 1; l <= batch.length(); l++) {
            for (int row = 0; row < rows; row++) {
                int length = batch.lengths()[row];
                if (l > length || l == length && batch.terminated(row)) {
                    continue;
                }
                int at = (l * rows + row) * latent;
                for (int i = at; i < at + latent; i++) {
                    double error = (double) states[i] - seen[i];
                    loss += 0.5 * weight * error * error;
                    laterGradient[i - rows * latent] += (float) (weight * error);
                }
            }
        }
    }

    /** From the last step to the first. What a network needs for its gradient it keeps of one batch only, so each step is computed again. */
    private void backThroughTime(TransitionWindows batch) {
        int rows = batch.rows();
        int each = rows * latent;
        Network core = model.core();
        Arrays.fill(coreSum, 0);
        Arrays.fill(stateGradient, 0);
        for (int l = batch.length() - 1; l >= 0; l--) {
            for (int i = 0; i < each; i++) {
                stateGradient[i] += laterGradient[l * each + i];
            }
            float[] outcomes = core.forward(states, l * each, rows);
            Arrays.fill(coreGradient, 0);
            for (int row = 0; row < rows; row++) {
                if (l < batch.lengths()[row]) {
                    outcomes(batch, l, row, outcomes);
                }
            }
            float[] before = core.backwardToInput(coreGradient);
            for (int i = 0; i < each; i++) {
                stateGradient[i] += before[i];
            }
            float[] gradient = core.gradient();
            for (int i = 0; i < coreSum.length; i++) {
                coreSum[i] += gradient[i];
            }
        }
        System.arraycopy(coreSum, 0, core.gradient(), 0, coreSum.length);
        model.encoder().backward(stateGradient);
    }

    /** Losses of what one step leads to, and their gradient with that of the state after it. */
    private void outcomes(TransitionWindows batch, int step, int row, float[] outcomes) {
        int rows = batch.rows();
        int from = outcome(batch, step, row);
        System.arraycopy(stateGradient, row * latent, coreGradient, from, latent);
        double error = (double) outcomes[from + latent] - batch.rewards()[step * rows + row];
        double logit = outcomes[from + latent + 1];
        double goesOn = batch.discounts()[step * rows + row];
        loss += (0.5 * error * error + Math.max(logit, 0) - logit * goesOn + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)))) / rows;
        coreGradient[from + latent] = (float) (error / rows);
        coreGradient[from + latent + 1] = (float) ((LatentModel.sigmoid(logit) - goesOn) / rows);
    }
}
