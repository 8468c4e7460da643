package org.thaw.learners.tabular.internal;

import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;

/** The numbers of the observation as they are, and a constant 1 behind them. */
final class Raw implements Features {
    private final int size;

    Raw(Space.Real space) {
        size = space.size();
    }

    @Override
    public int count() {
        return size + 1;
    }

    @Override
    public int most() {
        return size + 1;
    }

    @Override
    public void of(Step step, Active into) {
        into.count = 0;
        for (int i = 0; i < size; i++) {
            double value = number(step.observation(), i);
            if (value != 0) {
                into.add(i, value);
            }
        }
        into.add(size, 1);
    }

    /** One number of an observation, be it a float or an unsigned byte. */
    static double number(Tensor observation, int i) {
        return observation.type() == Tensor.Type.F32 ? observation.floats()[i] : observation.bytes()[i] & 0xFF;
    }
}
