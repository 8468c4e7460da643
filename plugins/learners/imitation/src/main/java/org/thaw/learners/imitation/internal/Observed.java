package org.thaw.learners.imitation.internal;

import org.thaw.api.environment.Step;
import org.thaw.toolkit.Observations;

/** Nothing of a step but its observation: what a learner without memory sees. */
record Observed(Observations observations) implements Encoding {
    @Override
    public int width() {
        return observations.size();
    }

    @Override
    public void write(Step step, float[] before, int beforeAt, float[] to, int at) {
        observations.write(step.observation(), to, at);
    }
}
