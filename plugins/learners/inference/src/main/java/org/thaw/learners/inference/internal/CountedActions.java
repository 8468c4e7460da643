package org.thaw.learners.inference.internal;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;

/** Counts the actions taken in each numbered observation; recorded distributions are not looked at. */
final class CountedActions implements ActionModel {
    private final int actions;
    private final double[] counts;
    private final Tensor saved;

    CountedActions(int observations, int actions) {
        this.actions = actions;
        counts = new double[Math.multiplyExact(observations, actions)];
        saved = Tensor.of(counts, observations, actions);
    }

    @Override
    public void study(Step step, Decision decision) {
        counts[step.state() * actions + decision.action().index()]++;
    }

    @Override
    public void counts(Step step, double[] into) {
        System.arraycopy(counts, step.state() * actions, into, 0, actions);
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "counts", saved);
    }

    @Override
    public void restore(StateReader in) {
        in.into("counts", saved);
    }
}
