package org.thaw.learners.baselines.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;
import org.thaw.toolkit.Features;
import org.thaw.toolkit.RowBuffers;

/**
 * Assigns an input to the class whose mean is nearest: {@code argmin ‖x − μ_c‖²} with {@code μ_c = 1/n_c Σ x_i} over the
 * examples of class c (Mensink et al. 2013, the nearest class mean classifier with the Euclidean distance, on raw inputs). The
 * score is {@code 2 x·μ_c − ‖μ_c‖²}, which orders the classes in the same way. It forgets nothing: sums do not depend on the order of tasks.
 */
public final class NearestClassMean implements Predictor {
    private final Signature signature;
    private final Features features;
    private final ClassMeans means;
    private final RowBuffers<Tensor> scores;

    /** Nothing to choose. */
    public record Config() {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "nearest-class-mean", summary = "Assigns an input to the class with the nearest mean; never forgets.",
            source = "Mensink et al. 2013, Distance-based image classification, the nearest class mean classifier", state = "class-means:1")
    public static final class Factory implements LearnerFactory<Config, NearestClassMean> {
        @Override
        public NearestClassMean create(Config configuration, Signature signature, Context context) {
            if (!(signature.output() instanceof Space.Categorical)) {
                throw new IllegalArgumentException("nearest-class-mean needs classes as targets, not " + signature.output());
            }
            return new NearestClassMean(signature);
        }
    }

    private NearestClassMean(Signature signature) {
        this.signature = signature;
        int classes = signature.choices();
        features = new Features(signature.input());
        means = new ClassMeans(classes, features.size());
        scores = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, classes));
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        signature.check(inputs, targets);
        float[] x = features.of(inputs);
        for (int row = 0; row < inputs.rows(); row++) {
            means.add(targets.ints()[row], x, row * features.size());
        }
    }

    @Override
    public void prepare() {
        means.derive();
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        Tensor answer = scores.rows(inputs.rows());
        means.scores(features.of(inputs), inputs.rows(), answer.floats());
        return answer;
    }

    @Override
    public long updates() {
        return means.total();
    }

    @Override
    public void save(StateWriter out) {
        means.save(out);
    }

    @Override
    public void restore(StateReader in) {
        means.restore(in);
    }
}
