package org.thaw.learners.policygradient.internal;

import java.util.Arrays;
import org.thaw.api.RandomStream;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;

/**
 * Real actions: independent normal distributions, whose means are the outputs and whose log-deviations are parameters that no state changes (Schulman et al.
 * 2017, section 6.1). A sample u in [−1, 1] spans the range of a bounded action space; what falls outside is cut off for the world, while learning sees u
 * itself, which travels in the decision's memo.
 */
final class GaussianHead implements PolicyHead {
    private static final double HALF_LOG_2PI = 0.5 * StrictMath.log(2 * Math.PI);

    private final Space.Real space;
    private final int dimensions;
    private final double middle;
    private final double half;
    private final float[] logDeviation;
    private final float[] gradient;
    private final float[] sample;
    private final float[] action;
    private final double[] scaled;
    private final double[] deviation;
    private float[] samples = {};

    GaussianHead(Space.Real space) {
        if (space.type() != Tensor.Type.F32) {
            throw new IllegalArgumentException("expected real actions of type F32, not " + space);
        }
        this.space = space;
        dimensions = space.size();
        boolean bounded = space.low() < space.high() && !Double.isInfinite(space.low()) && !Double.isInfinite(space.high());
        middle = bounded ? 0.5 * (space.low() + space.high()) : 0;
        half = bounded ? 0.5 * (space.high() - space.low()) : 1;
        logDeviation = new float[dimensions];
        gradient = new float[dimensions];
        sample = new float[dimensions];
        action = new float[dimensions];
        scaled = new double[dimensions];
        deviation = new double[dimensions];
    }

    @Override
    public int width() {
        return dimensions;
    }

    @Override
    public void decide(float[] outputs, int at, Step step, boolean greedy, RandomStream random, Decision decision) {
        for (int i = 0; i < dimensions; i++) {
            double noise = greedy ? 0 : StrictMath.exp(logDeviation[i]) * random.nextGaussian();
            sample[i] = (float) (outputs[at + i] + noise);
            if (Float.isNaN(sample[i])) {
                throw new IllegalStateException("the network's mean of action value " + i + " is not a number: it has diverged");
            }
            action[i] = inside((float) (middle + half * sample[i]));
        }
        decision.choose(action);
        decision.memo(sample, 0, dimensions);
        decision.logProbability(density(sample, 0, outputs, at));
    }

    /** The nearest float within the space, whose bounds are doubles. */
    private float inside(float value) {
        float cut = (float) Math.max(space.low(), Math.min(space.high(), value));
        return cut > space.high() ? Math.nextDown(cut) : cut < space.low() ? Math.nextUp(cut) : cut;
    }

    @Override
    public void room(int rows) {
        if (samples.length < rows * dimensions) {
            samples = Arrays.copyOf(samples, rows * dimensions);
        }
    }

    @Override
    public void remember(int row, Step step, Decision decision) {
        if (decision.readMemo(sample) != dimensions) {
            // decided by a policy that left no memo
            for (int i = 0; i < dimensions; i++) {
                sample[i] = (float) ((decision.action().values()[i] - middle) / half);
            }
        }
        System.arraycopy(sample, 0, samples, row * dimensions, dimensions);
    }

    @Override
    public double logProbability(float[] outputs, int at, int row) {
        return density(samples, row * dimensions, outputs, at);
    }

    private double density(float[] values, int from, float[] outputs, int at) {
        double log = 0;
        for (int i = 0; i < dimensions; i++) {
            deviation[i] = StrictMath.exp(logDeviation[i]);
            scaled[i] = (values[from + i] - outputs[at + i]) / deviation[i];
            log -= 0.5 * scaled[i] * scaled[i] + logDeviation[i] + HALF_LOG_2PI;
        }
        return log;
    }

    @Override
    public double entropy() {
        double entropy = 0;
        for (int i = 0; i < dimensions; i++) {
            entropy += logDeviation[i] + HALF_LOG_2PI + 0.5;
        }
        return entropy;
    }

    @Override
    public void addGradient(double byLogProbability, double byEntropy, float[] to, int at) {
        for (int i = 0; i < dimensions; i++) {
            to[at + i] += (float) (byLogProbability * scaled[i] / deviation[i]);
            gradient[i] += (float) (byLogProbability * (scaled[i] * scaled[i] - 1) + byEntropy);
        }
    }

    @Override
    public float[] parameters() {
        return logDeviation;
    }

    @Override
    public float[] gradient() {
        return gradient;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "log-deviation", Tensor.of(logDeviation, dimensions));
    }

    @Override
    public void restore(StateReader in) {
        in.into("log-deviation", Tensor.of(logDeviation, dimensions));
    }
}
