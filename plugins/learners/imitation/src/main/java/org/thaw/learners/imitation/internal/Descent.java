package org.thaw.learners.imitation.internal;

import java.util.Map;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Adam;

/** Steps of Adam down a gradient of bounded length. */
final class Descent implements Stateful {
    private final Adam adam;
    private final LearningRate rate;
    private final double bound;

    /**
     * For so many parameters.
     *
     * @param bound greatest length of a gradient; 0: no bound
     */
    Descent(int parameters, LearningRate rate, double bound) {
        adam = new Adam(parameters, rate.peak());
        this.rate = rate;
        this.bound = bound;
    }

    /** Takes one step; a gradient that is too long is shortened in place. Returns its length before that. */
    double step(float[] parameters, float[] gradient) {
        double squares = 0;
        for (float value : gradient) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        if (bound > 0 && length > bound) {
            float factor = (float) (bound / length);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
        adam.rate(rate.after(adam.steps()));
        adam.step(parameters, gradient);
        return length;
    }

    /** How many were taken. */
    long steps() {
        return adam.steps();
    }

    /** What is saved beside the tensors. */
    record Progress(long steps) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.OPTIMISER, "progress", new Progress(adam.steps()));
        for (Map.Entry<String, float[]> slot : adam.slots().entrySet()) {
            out.tensor(StateKind.OPTIMISER, slot.getKey(), Tensor.of(slot.getValue(), slot.getValue().length));
        }
    }

    @Override
    public void restore(StateReader in) {
        adam.steps(in.record("progress", Progress.class).steps());
        for (Map.Entry<String, float[]> slot : adam.slots().entrySet()) {
            in.into(slot.getKey(), Tensor.of(slot.getValue(), slot.getValue().length));
        }
    }
}
