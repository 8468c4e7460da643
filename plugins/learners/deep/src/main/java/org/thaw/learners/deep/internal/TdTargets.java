package org.thaw.learners.deep.internal;

import org.thaw.toolkit.replay.TransitionBatch;

/**
 * What Q is moved to. Plain (Mnih et al. 2015): {@code y = R + g max_a Q⁻(s', a)}, double (van Hasselt, Guez and Silver 2016, eq. 4):
 * {@code y = R + g Q⁻(s', argmax_a Q(s', a))}, with Q⁻ the target network, R the return of the n steps to s', g what an estimate there counts: γⁿ, or 0 after
 * a termination. Only legal actions count; where an episode was cut off in a state that allows none, nothing follows either, as in a table of values.
 */
final class TdTargets {
    private final QNetwork network;
    private final int actions;
    private final boolean doubled;
    private final int[] selected;
    private final float[] targets;

    TdTargets(QNetwork network, int batch, int actions, boolean doubled) {
        this.network = network;
        this.actions = actions;
        this.doubled = doubled;
        selected = new int[batch];
        targets = new float[batch];
    }

    /** y for each row: a buffer, valid until the next call. */
    float[] of(TransitionBatch batch) {
        if (doubled) {
            select(network.values(batch.nextStates(), batch.rows()), batch);
        }
        float[] estimates = network.targetValues(batch.nextStates(), batch.rows());
        if (!doubled) {
            select(estimates, batch);
        }
        for (int row = 0; row < batch.rows(); row++) {
            float discount = selected[row] == Greedy.NONE ? 0 : batch.discounts()[row];
            targets[row] = discount == 0 ? batch.returns()[row] : batch.returns()[row] + discount * estimates[row * actions + selected[row]];
        }
        return targets;
    }

    private void select(float[] values, TransitionBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            selected[row] = Greedy.bestOrNone(values, row * actions, batch.nextLegal(), row * actions, actions);
        }
    }
}
