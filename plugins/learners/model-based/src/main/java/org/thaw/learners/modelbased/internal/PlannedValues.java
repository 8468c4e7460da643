package org.thaw.learners.modelbased.internal;

import org.thaw.api.environment.Step;
import org.thaw.toolkit.Observations;
import org.thaw.toolkit.control.ActionValues;

/** How good actions are by planning from what is seen; a greedy policy over it looks ahead at each step. */
final class PlannedValues implements ActionValues {
    private final LatentModel model;
    private final Planner planner;
    private final Observations observations;
    private final float[] seen;

    PlannedValues(LatentModel model, Planner planner, Observations observations) {
        this.model = model;
        this.planner = planner;
        this.observations = observations;
        seen = new float[observations.size()];
    }

    @Override
    public void values(Step step, double[] into) {
        observations.write(step.observation(), seen, 0);
        System.arraycopy(planner.values(model.encoder().forward(seen, 1), 0), 0, into, 0, into.length);
    }
}
