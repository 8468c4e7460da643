package org.thaw.tck.broken;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.Predictor;

/** A sound nearest-mean classifier, for others to break in one place each. It moves a class's mean by a share that it draws. */
class Mean implements Predictor {
    final Signature signature;
    final Context context;
    final int classes;
    final int width;
    float[] means;
    long updates;

    private record Count(long updates) {
    }

    Mean(Signature signature, Context context) {
        if (!(signature.input() instanceof Space.Real real) || real.type() != Tensor.Type.F32 || !(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("expected real inputs and classes, not " + signature);
        }
        this.signature = signature;
        this.context = context;
        classes = signature.choices();
        width = signature.input().size();
        means = new float[classes * width];
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        signature.input().check(inputs, "inputs");
        float[] scores = new float[inputs.rows() * classes];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < width; j++) {
                float difference = inputs.floats()[i / classes * width + j] - means[i % classes * width + j];
                scores[i] -= difference * difference;
            }
        }
        return Tensor.of(scores, inputs.rows(), classes);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        signature.check(inputs, targets);
        float share = 0.1f + 0.1f * context.random("share").nextFloat();
        for (int row = 0; row < inputs.rows(); row++) {
            for (int j = 0; j < width; j++) {
                int at = targets.ints()[row] * width + j;
                means[at] += share * (inputs.floats()[row * width + j] - means[at]);
            }
        }
        updates++;
    }

    @Override
    public void end(Cue cue, Data data) {
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "means", Tensor.of(means, classes, width));
        out.record(StateKind.OPTIMISER, "count", new Count(updates));
    }

    @Override
    public void restore(StateReader in) {
        in.into("means", Tensor.of(means, classes, width));
        updates = in.record("count", Count.class).updates();
    }
}
