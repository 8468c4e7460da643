package org.thaw.learners.policygradient.internal;

import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** One real action in [−2, 2] per episode, rewarded by minus the squared distance to a target. */
final class Aim implements World {
    private final Signature signature = new Signature(Space.Real.of(0, 1, 1), Space.Real.of(-2, 2, 1));
    private final double target;

    Aim(double target) {
        this.target = target;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        out.observation().floats()[0] = 0;
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        double miss = action.values()[0] - target;
        out.termination(-miss * miss);
    }

    @Override
    public void save(StateWriter out) {
    }

    @Override
    public void restore(StateReader in) {
    }
}
