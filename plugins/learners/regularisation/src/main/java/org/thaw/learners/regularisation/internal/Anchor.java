package org.thaw.learners.regularisation.internal;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** One quadratic penalty around the parameters at the last task's end: {@code Σ_i Ω_i (θ_i − θ*_i)²}. */
final class Anchor implements Stateful {
    private final float[] importance;
    private final float[] centre;
    private long tasks;

    Anchor(int parameters) {
        importance = new float[parameters];
        centre = new float[parameters];
    }

    /** The importance Ω: the live array. */
    float[] importance() {
        return importance;
    }

    /** The centre θ*: the live array. */
    float[] centre() {
        return centre;
    }

    /** Moves the centre to these parameters: a task has ended. */
    void settle(float[] parameters) {
        System.arraycopy(parameters, 0, centre, 0, centre.length);
        tasks++;
    }

    /** Adds the gradient of {@code strength · Σ Ω (θ − θ*)²}. Does nothing before the first task has ended. */
    void addGradient(double strength, float[] parameters, float[] gradient) {
        if (tasks == 0) {
            return;
        }
        float twice = (float) (2 * strength);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += twice * importance[i] * (parameters[i] - centre[i]);
        }
    }

    /** The penalty with strength 1. */
    double value(float[] parameters) {
        double sum = 0;
        for (int i = 0; i < parameters.length; i++) {
            double apart = (double) parameters[i] - centre[i];
            sum += importance[i] * apart * apart;
        }
        return sum;
    }

    /** How many tasks have ended. */
    long tasks() {
        return tasks;
    }

    /** What is saved beside the tensors. */
    public record Progress(long tasks) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "progress", new Progress(tasks));
        out.tensor(StateKind.MEMORY, "importance", Tensor.of(importance, importance.length));
        out.tensor(StateKind.MEMORY, "centre", Tensor.of(centre, centre.length));
    }

    /** Fresh where another learner's state has no such part. */
    @Override
    public void restore(StateReader in) {
        if (in.has("progress")) {
            tasks = in.record("progress", Progress.class).tasks();
            in.into("importance", Tensor.of(importance, importance.length));
            in.into("centre", Tensor.of(centre, centre.length));
        } else {
            tasks = 0;
            Arrays.fill(importance, 0);
            Arrays.fill(centre, 0);
        }
    }
}
