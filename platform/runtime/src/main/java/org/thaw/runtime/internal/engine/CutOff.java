package org.thaw.runtime.internal.engine;

import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.Step;

/** A step at which the host ends the episode: the last one, with the reward and the discount that the world gave. */
record CutOff(Step step) implements Step {
    @Override
    public Kind kind() {
        return Kind.LAST;
    }

    @Override
    public Tensor observation() {
        return step.observation();
    }

    @Override
    public Action previousAction() {
        return step.previousAction();
    }

    @Override
    public double reward() {
        return step.reward();
    }

    @Override
    public double discount() {
        return step.discount();
    }

    @Override
    public boolean[] legal() {
        return step.legal();
    }

    @Override
    public int player() {
        return step.player();
    }

    @Override
    public int lane() {
        return step.lane();
    }

    @Override
    public Simulator simulator() {
        return step.simulator();
    }
}
