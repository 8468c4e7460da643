package org.thaw.runtime.internal.recording;

import org.thaw.api.Signature;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Sequences;

/** A batch of windows, in buffers that are used again. */
final class Windows implements Sequences {
    private final StepBuffer[][] steps;
    private final Decision[][] decisions;
    private final long[] starts;
    private final int[] lengths;

    Windows(Signature signature, int batch, int window) {
        steps = new StepBuffer[batch][window];
        decisions = new Decision[batch][window];
        starts = new long[batch];
        lengths = new int[batch];
        for (int i = 0; i < batch; i++) {
            for (int t = 0; t < window; t++) {
                steps[i][t] = new StepBuffer(signature);
                decisions[i][t] = new Decision(signature);
            }
        }
    }

    /** From here on a window has another place in a life. */
    void begin(int window, long start, int length) {
        starts[window] = start;
        lengths[window] = length;
    }

    @Override
    public int count() {
        return steps.length;
    }

    @Override
    public int length(int window) {
        return lengths[window];
    }

    @Override
    public long start(int window) {
        return starts[window];
    }

    @Override
    public StepBuffer step(int window, int t) {
        return steps[window][within(window, t)];
    }

    @Override
    public Decision decision(int window, int t) {
        return decisions[window][within(window, t)];
    }

    private int within(int window, int t) {
        if (t < 0 || t >= lengths[window]) {
            throw new IndexOutOfBoundsException("step " + t + " of window " + window + ", which has " + lengths[window]);
        }
        return t;
    }
}
