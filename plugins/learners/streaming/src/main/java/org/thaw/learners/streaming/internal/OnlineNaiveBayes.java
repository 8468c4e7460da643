package org.thaw.learners.streaming.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
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
 * Naive Bayes with a normal distribution for each attribute in each class (John and Langley 1995, section 2), kept up one example at a time by the
 * recurrences {@code μ ← μ + (x − μ)/n} and {@code S ← S + (x − μ_before)(x − μ)}, σ² = S/n (Welford 1962). The score is {@code ln n_c/n + Σ_j ln N(x_j; μ_cj, σ²_cj + ε σ²_max)}, where σ²_max is the greatest variance of any attribute: scikit-learn's
 * smoothing, without which an attribute that never varied decides alone. It forgets nothing, and what it knows does not depend on the order of
 * tasks but for rounding.
 */
public final class OnlineNaiveBayes implements Predictor {
    /** The score of a class of which no example was met: below every other, and finite. */
    static final float UNSEEN = -Float.MAX_VALUE;

    private final Signature signature;
    private final double smoothing;
    private final int classes;
    private final Features features;
    private final Gaussians gaussians;
    private final double[] inverse;
    private final double[] constant;
    private final RowBuffers<Tensor> scores;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "smoothing ε of the variances, as a share of the greatest", byDefault = "1e-9", range = "(0,*)", source = "scikit-learn's GaussianNB")
            double smoothing) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "online-naive-bayes", summary = "Naive Bayes with normal attributes, one example at a time; never forgets.",
            source = "John and Langley 1995, section 2, the naive Bayesian classifier; Welford 1962")
    public static final class Factory implements LearnerFactory<Config, OnlineNaiveBayes> {
        @Override
        public OnlineNaiveBayes create(Config configuration, Signature signature, Context context) {
            if (!(signature.output() instanceof Space.Categorical)) {
                throw new IllegalArgumentException("online-naive-bayes needs classes as targets, not " + signature.output());
            }
            return new OnlineNaiveBayes(configuration.smoothing(), signature);
        }
    }

    private OnlineNaiveBayes(double smoothing, Signature signature) {
        this.signature = signature;
        this.smoothing = smoothing;
        classes = signature.choices();
        features = new Features(signature.input());
        gaussians = new Gaussians(classes, features.size());
        inverse = new double[classes * features.size()];
        constant = new double[classes];
        scores = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, classes));
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        signature.check(inputs, targets);
        float[] x = features.of(inputs);
        for (int row = 0; row < inputs.rows(); row++) {
            gaussians.add(targets.ints()[row], x, row * features.size());
        }
    }

    @Override
    public void prepare() {
        double greatest = 0;
        for (int j = 0; j < features.size() && gaussians.total() > 0; j++) {
            greatest = Math.max(greatest, gaussians.variance(j));
        }
        double added = greatest > 0 ? smoothing * greatest : smoothing;
        for (int c = 0; c < classes; c++) {
            constant[c] = StrictMath.log(gaussians.count(c) / gaussians.total());
            for (int j = 0; j < features.size(); j++) {
                double variance = gaussians.variance(c, j) + added;
                inverse[c * features.size() + j] = 0.5 / variance;
                constant[c] -= 0.5 * StrictMath.log(2 * Math.PI * variance);
            }
        }
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        Tensor answer = scores.rows(inputs.rows());
        float[] x = features.of(inputs);
        for (int row = 0; row < inputs.rows(); row++) {
            for (int c = 0; c < classes; c++) {
                answer.floats()[row * classes + c] = gaussians.count(c) == 0 ? UNSEEN : (float) score(x, row * features.size(), c);
            }
        }
        return answer;
    }

    private double score(float[] x, int offset, int c) {
        double score = constant[c];
        for (int j = 0; j < features.size(); j++) {
            double apart = x[offset + j] - gaussians.mean(c, j);
            score -= apart * apart * inverse[c * features.size() + j];
        }
        return score;
    }

    @Override
    public long updates() {
        return (long) gaussians.total();
    }

    @Override
    public void save(StateWriter out) {
        gaussians.save(out);
    }

    @Override
    public void restore(StateReader in) {
        gaussians.restore(in);
    }
}
