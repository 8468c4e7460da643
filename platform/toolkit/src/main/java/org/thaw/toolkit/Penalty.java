package org.thaw.toolkit;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/**
 * What elastic weight consolidation remembers (Kirkpatrick et al. 2017, eq. 3): the sum of the quadratic penalties of all tasks,
 * {@code ½ Σ_k Σ_i F_ki (θ_i − θ*_ki)²}. A sum of parabolas is a parabola: {@code ½ Σ_i A_i (θ_i − c_i)² + r} with the importance {@code A = Σ_k F_k} and the centre {@code c = Σ_k F_k θ*_k / A}, so that memory does not
 * grow with the number of tasks; the value and the gradient are those of the separate penalties.
 */
public final class Penalty implements Stateful {
    private final float[] importance;
    private final float[] centre;
    private double rest;
    private long tasks;

    /** None yet, for that many parameters. */
    public Penalty(int parameters) {
        importance = new float[parameters];
        centre = new float[parameters];
    }

    /**
     * Adds the penalty of a task that has ended.
     *
     * @param parameters θ*
     * @param sums       Fisher information, summed over examples
     * @param examples   how many examples these are
     */
    public void consolidate(float[] parameters, float[] sums, int examples) {
        for (int i = 0; i < importance.length; i++) {
            double f = (double) sums[i] / examples;
            double a = importance[i];
            if (f > 0) {
                double apart = (double) parameters[i] - centre[i];
                centre[i] = (float) (centre[i] + f / (a + f) * apart);
                importance[i] = (float) (a + f);
                rest += 0.5 * a * f / (a + f) * apart * apart;
            }
        }
        tasks++;
    }

    /** Adds {@code λ A (θ − c)} to the gradient. Does nothing before the first task has ended. */
    public void addGradient(double lambda, float[] parameters, float[] gradient) {
        if (tasks == 0) {
            return;
        }
        float strength = (float) lambda;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += strength * importance[i] * (parameters[i] - centre[i]);
        }
    }

    /** The penalty without λ. */
    public double value(float[] parameters) {
        double sum = 0;
        for (int i = 0; i < parameters.length; i++) {
            float apart = parameters[i] - centre[i];
            sum += importance[i] * apart * apart;
        }
        return 0.5 * sum + rest;
    }

    /** How many tasks have ended. */
    public long tasks() {
        return tasks;
    }

    /** What is saved beside the tensors. */
    public record Progress(long tasks, double rest) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "progress", new Progress(tasks, rest));
        out.tensor(StateKind.MEMORY, "importance", Tensor.of(importance, importance.length));
        out.tensor(StateKind.MEMORY, "centre", Tensor.of(centre, centre.length));
    }

    @Override
    public void restore(StateReader in) {
        Progress progress = in.record("progress", Progress.class);
        tasks = progress.tasks();
        rest = progress.rest();
        in.into("importance", Tensor.of(importance, importance.length));
        in.into("centre", Tensor.of(centre, centre.length));
    }
}
