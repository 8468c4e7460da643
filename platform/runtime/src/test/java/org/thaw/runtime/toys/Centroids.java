package org.thaw.runtime.toys;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;

/** Moves a centroid of each class towards its examples, with a little noise, and misbehaves if told to. */
public final class Centroids implements Predictor {
    /** Ways to misbehave. */
    public enum Fault { NONE, THROW_IN_LEARN, NAN, WRONG_SHAPE, LEARN_IN_PREDICT, THROW_IN_CREATE, NULL_SCORES }

    public record Config(@Parameter(value = "step size", byDefault = "0.1", range = "(0,1]") double rate,
                         @Parameter(value = "what it does wrong", byDefault = "none") Fault fault) {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "centroids", summary = "A centroid for each class.")
    public static final class Factory implements LearnerFactory<Config, Centroids> {
        @Override
        public Centroids create(Config configuration, Signature signature, Context context) {
            if (configuration.fault() == Fault.THROW_IN_CREATE) {
                throw new IllegalArgumentException("this learner needs at least nine dimensions");
            }
            return new Centroids(configuration, signature, context);
        }
    }

    private record Count(long updates) {
    }

    private final Config config;
    private final RandomStream noise;
    private final int width;
    private final float[] centroids;
    private long updates;

    Centroids(Config config, Signature signature, Context context) {
        this.config = config;
        this.width = signature.input().size();
        this.noise = context.random("noise");
        this.centroids = new float[signature.choices() * width];
        for (int i = 0; i < centroids.length; i++) {
            centroids[i] = context.random("start").nextFloat();
        }
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        int classes = centroids.length / width;
        float[] scores = new float[inputs.rows() * classes];
        for (int i = 0; i < scores.length; i++) {
            for (int d = 0; d < width; d++) {
                float difference = inputs.floats()[i / classes * width + d] - centroids[i % classes * width + d];
                scores[i] -= difference * difference;
            }
        }
        if (config.fault() == Fault.NAN) {
            scores[3] = Float.NaN;
        }
        if (config.fault() == Fault.LEARN_IN_PREDICT) {
            centroids[0] += 1;
        }
        if (config.fault() == Fault.WRONG_SHAPE) {
            return Tensor.of(scores, scores.length);
        }
        return config.fault() == Fault.NULL_SCORES ? null : Tensor.of(scores, inputs.rows(), classes);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        if (config.fault() == Fault.THROW_IN_LEARN && updates == 3) {
            throw new IllegalStateException("boom");
        }
        for (int i = 0; i < inputs.rows(); i++) {
            for (int d = 0; d < width; d++) {
                int at = targets.ints()[i] * width + d;
                centroids[at] += (float) (config.rate() * (inputs.floats()[i * width + d] - centroids[at]) + 1e-3 * noise.nextGaussian());
            }
        }
        updates++;
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "centroids", Tensor.of(centroids, centroids.length / width, width));
        out.record(StateKind.OPTIMISER, "count", new Count(updates));
    }

    @Override
    public void restore(StateReader in) {
        in.into("centroids", Tensor.of(centroids, centroids.length / width, width));
        updates = in.record("count", Count.class).updates();
    }
}
