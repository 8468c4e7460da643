package org.thaw.learners.imitation.internal;

import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Decisions;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;
import org.thaw.toolkit.TrainedNetwork;

/** Acts by what a network says of the present observation, all lanes in one forward pass. It keeps no context. */
final class CloningPolicy implements Policy {
    private final TrainedNetwork trained;
    private final Encoding encoding;
    private final ActionChoice choice;
    /** What was seen before is not known to it. */
    private final float[] none;
    private float[] rows;

    CloningPolicy(TrainedNetwork trained, Encoding encoding, ActionChoice choice) {
        this.trained = trained;
        this.encoding = encoding;
        this.choice = choice;
        none = new float[encoding.width()];
        rows = new float[encoding.width()];
    }

    @Override
    public void act(Step step, Decision decision) {
        encoding.write(step, none, 0, rows, 0);
        choice.decide(trained.forward(rows, 1), 0, step, decision);
    }

    @Override
    public void act(Steps steps, Decisions decisions) {
        int count = steps.count();
        if (count == 0) {
            return;
        }
        if (rows.length < count * encoding.width()) {
            rows = new float[count * encoding.width()];
        }
        for (int i = 0; i < count; i++) {
            encoding.write(steps.step(i), none, 0, rows, i * encoding.width());
        }
        float[] scores = trained.forward(rows, count);
        for (int i = 0; i < count; i++) {
            choice.decide(scores, i * choice.actions(), steps.step(i), decisions.decision(i));
        }
    }
}
