package org.thaw.runtime.internal.engine;

import org.thaw.api.Cue;
import org.thaw.api.Tensor;
import org.thaw.runtime.run.SwapRefusedException;

/** The last batch that a learner met, kept to see whether its successor has understood what it took over. */
final class Probe {
    private static final float TOLERANCE = 1e-3f;
    private Tensor inputs = Tensor.zeros(Tensor.Type.F32, 0);
    private Cue cue = Cue.none();

    /** Remembers a batch: once a phase is enough. */
    void remember(Tensor batch, Cue told) {
        inputs = batch.copy();
        cue = told;
    }

    /** Whether there is one. */
    boolean isEmpty() {
        return inputs.size() == 0;
    }

    /**
     * Asks both. Where they save in the same format the answers must agree, before either learns on: the state means the same for both.
     *
     * @throws SwapRefusedException if they do not
     */
    void compare(GuardedLearner old, GuardedLearner next) {
        if (isEmpty() || !old.isPredictor() || !next.isPredictor()) {
            return;
        }
        next.prepare();
        float[] answer = next.predict(inputs, cue).floats().clone();
        boolean same = old.binding().plugin().id().equals(next.binding().plugin().id()) && old.stateId().equals(next.stateId());
        if (!same) {
            return; // a well-formed answer is all that can be asked of another algorithm
        }
        old.prepare();
        float[] before = old.predict(inputs, cue).floats();
        float largest = 1;
        float off = 0;
        for (int i = 0; i < Math.min(before.length, answer.length); i++) {
            largest = Math.max(largest, Math.abs(before[i]));
            off = Math.max(off, Math.abs(before[i] - answer[i]));
        }
        if (!(off <= TOLERANCE * largest)) {
            throw new SwapRefusedException(next.binding().plugin().label() + " took over the state " + next.stateId() + ", but answers the last batch differently (by up to "
                    + off + "): it reads that state in another sense. Raise the version of its state format and restore the older one, or swap with --fresh");
        }
    }
}
