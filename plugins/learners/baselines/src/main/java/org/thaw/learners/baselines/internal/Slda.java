package org.thaw.learners.baselines.internal;

import java.util.Arrays;
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
import org.thaw.networks.Kernels;
import org.thaw.toolkit.Features;
import org.thaw.toolkit.KernelNote;
import org.thaw.toolkit.RowBuffers;

/**
 * Streaming linear discriminant analysis on raw inputs (Hayes and Kanan 2020, the section on deep streaming LDA): running class means, a
 * covariance Σ shared by all classes, shrunk by {@code Λ = [(1 − ε) Σ + ε I]⁻¹}, and scores {@code w_c·x + b_c} with {@code w_c = Λ μ_c} and
 * {@code b_c = −½ μ_c·Λ μ_c}.
 * Unlike the paper's update, which takes the first example of a class from a mean of zero, the covariance is that of the examples around their
 * class's mean exactly, so it depends on neither order nor tasks.
 */
public final class Slda implements Predictor {
    private final Signature signature;
    private final double shrinkage;
    private final int classes;
    private final Features features;
    private final WithinScatter scatter;
    private final double[] weights;
    private final double[] biases;
    private final RowBuffers<Tensor> scores;
    private long prepared = -1;

    /**
     * Hyperparameters.
     *
     * @param shrinkage ε
     */
    public record Config(
            @Parameter(value = "shrinkage ε of the covariance", byDefault = "0.0001", range = "(0,1]", source = "Hayes and Kanan 2020")
            double shrinkage) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "slda", summary = "Streaming linear discriminant analysis: class means and one covariance; never forgets.",
            source = "Hayes and Kanan 2020, arXiv 1909.01520, deep streaming linear discriminant analysis", state = "class-scatter:1")
    public static final class Factory implements LearnerFactory<Config, Slda> {
        @Override
        public Slda create(Config configuration, Signature signature, Context context) {
            if (!(signature.output() instanceof Space.Categorical)) {
                throw new IllegalArgumentException("slda needs classes as targets, not " + signature.output());
            }
            Kernels kernels = Kernels.standard();
            KernelNote.of(context, kernels);
            return new Slda(configuration.shrinkage(), signature, kernels);
        }
    }

    private Slda(double shrinkage, Signature signature, Kernels kernels) {
        this.signature = signature;
        this.shrinkage = shrinkage;
        this.classes = signature.choices();
        features = new Features(signature.input());
        scatter = new WithinScatter(classes, features.size(), kernels);
        weights = new double[classes * features.size()];
        biases = new double[classes];
        scores = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, classes));
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        signature.check(inputs, targets);
        scatter.add(features.of(inputs), targets.ints(), inputs.rows());
    }

    /** Solves for the weights. */
    @Override
    public void prepare() {
        if (prepared == updates()) {
            return;
        }
        Arrays.fill(weights, 0);
        Arrays.fill(biases, 0);
        int size = features.size();
        for (int c = 0; c < classes; c++) {
            for (int j = 0; j < size && scatter.means().count(c) > 0; j++) {
                weights[c * size + j] = scatter.means().mean(c, j);
            }
        }
        double[] means = weights.clone();
        PositiveDefinite.solve(scatter.covariance(shrinkage), size, weights, classes);
        for (int i = 0; i < weights.length; i++) {
            biases[i / size] -= 0.5 * means[i] * weights[i];
        }
        prepared = updates();
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        Tensor answer = scores.rows(inputs.rows());
        float[] x = features.of(inputs);
        for (int row = 0; row < inputs.rows(); row++) {
            for (int c = 0; c < classes; c++) {
                answer.floats()[row * classes + c] = scatter.means().count(c) == 0 ? ClassMeans.UNSEEN : score(x, row, c);
            }
        }
        return answer;
    }

    private float score(float[] x, int row, int c) {
        int size = features.size();
        int from = row * size;
        int weight = c * size;
        double score = biases[c];
        for (int j = 0; j < size; j++) {
            score += x[from + j] * weights[weight + j];
        }
        return (float) score;
    }

    @Override
    public long updates() {
        return scatter.means().total();
    }

    @Override
    public void save(StateWriter out) {
        scatter.save(out);
    }

    @Override
    public void restore(StateReader in) {
        scatter.restore(in);
        prepared = -1;
    }
}
