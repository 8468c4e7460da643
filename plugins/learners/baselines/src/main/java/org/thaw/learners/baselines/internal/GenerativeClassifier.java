package org.thaw.learners.baselines.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;
import org.thaw.networks.Kernels;
import org.thaw.toolkit.Features;
import org.thaw.toolkit.KernelNote;
import org.thaw.toolkit.RowBuffers;
import org.thaw.toolkit.VariationalAutoencoder;

/**
 * The generative classifier (van de Ven, Li and Tolias 2021): a {@link VariationalAutoencoder} for each class, trained on the examples of that
 * class alone, and Bayes' rule with equal priors: the score of a class is ln p(x|c), estimated by importance sampling,
 * {@code p(x|c) ≈ 1/S Σ_s p_c(x|z_s) p(z_s) / q_c(z_s|x)} with {@code z_s ~ q_c(z|x)} drawn from the encoder. A class is never touched by another, so
 * nothing is forgotten.
 *
 * <p>Cost of a prediction: {@code samples} passes of the decoder for each class that the cue allows. The paper takes 10,000; the default takes 100,
 * with the same noise for every input, so that an evaluation comes out the same each time.
 */
public final class GenerativeClassifier implements Predictor {
    private final Signature signature;
    private final Config config;
    private final int classes;
    private final Context context;
    private final Features features;
    private final List<VariationalAutoencoder> models = new ArrayList<>();
    private final RowBuffers<float[]> own;
    private final RowBuffers<float[]> noise;
    private final RowBuffers<Tensor> scores;
    private final float[] importance;
    private long updates;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the encoder's hidden layers; the decoder's are the same, backwards", byDefault = "[85,85]", range = "[1,*)",
                    source = "van de Ven, Li and Tolias 2021, MNIST") List<Integer> hidden,
            @Parameter(value = "latent variables", byDefault = "5", range = "[1,*)", source = "van de Ven, Li and Tolias 2021, MNIST") int latent,
            @Parameter(value = "learning rate of Adam", byDefault = "0.001", range = "(0,*)", source = "van de Ven, Li and Tolias 2021") double rate,
            @Parameter(value = "importance samples for each input and class", byDefault = "100", range = "[1,*)") int samples) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "generative-classifier", summary = "A generative model for each class; the one that finds an input likeliest wins.",
            source = "van de Ven, Li and Tolias 2021, CVPR workshops, arXiv 2104.10093, likelihood by importance sampling")
    public static final class Factory implements LearnerFactory<Config, GenerativeClassifier> {
        @Override
        public GenerativeClassifier create(Config c, Signature signature, Context context) {
            if (!VariationalAutoencoder.takes(signature.input()) || !(signature.output() instanceof Space.Categorical)) {
                throw new IllegalArgumentException("generative-classifier needs bytes or numbers in [0, 1] as inputs and classes as targets, not "
                        + signature.input() + " and " + signature.output());
            }
            return new GenerativeClassifier(c, signature, context);
        }
    }

    private GenerativeClassifier(Config config, Signature signature, Context context) {
        this.signature = signature;
        this.config = config;
        this.context = context;
        classes = signature.choices();
        features = new Features(signature.input());
        Kernels kernels = Kernels.standard();
        KernelNote.of(context, kernels);
        RandomStream random = context.random("initialisation");
        for (int c = 0; c < classes; c++) {
            models.add(new VariationalAutoencoder(features.size(), config.hidden(), config.latent(), config.rate(), kernels, random::nextDouble));
        }
        own = new RowBuffers<>(n -> new float[n * features.size()]);
        noise = new RowBuffers<>(n -> new float[n * config.latent()]);
        scores = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, classes));
        importance = new float[config.samples() * config.latent()];
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        signature.check(inputs, targets);
        float[] x = features.of(inputs);
        int[] labels = targets.ints();
        for (int c = 0; c < classes; c++) {
            int rows = 0;
            for (int row = 0; row < inputs.rows(); row++) {
                rows += labels[row] == c ? 1 : 0;
            }
            if (rows > 0) {
                models.get(c).learn(gather(x, labels, c, rows), rows, normal(noise.rows(rows), context.random("noise")));
                updates++;
            }
        }
    }

    private float[] gather(float[] x, int[] labels, int label, int rows) {
        float[] of = own.rows(rows);
        int size = features.size();
        int to = 0;
        for (int row = 0; to < rows; row++) {
            if (labels[row] == label) {
                System.arraycopy(x, row * size, of, to++ * size, size);
            }
        }
        return of;
    }

    private static float[] normal(float[] values, RandomStream random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Override
    public void prepare() {
        normal(importance, context.random("importance", 0));
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        Tensor answer = scores.rows(inputs.rows());
        float[] x = features.of(inputs);
        for (int row = 0; row < inputs.rows(); row++) {
            for (int c = 0; c < classes; c++) {
                boolean known = cue.allows(c) && models.get(c).steps() > 0;
                double score = known ? models.get(c).logLikelihood(x, row * features.size(), importance, config.samples()) : ClassMeans.UNSEEN;
                answer.floats()[row * classes + c] = (float) score;
            }
        }
        return answer;
    }

    @Override
    public long updates() {
        return updates;
    }

    /** What is saved beside the models. */
    public record Progress(long updates) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.OPTIMISER, "progress", new Progress(updates));
        for (int c = 0; c < classes; c++) {
            out.part("class-" + c, models.get(c));
        }
    }

    @Override
    public void restore(StateReader in) {
        updates = in.record("progress", Progress.class).updates();
        for (int c = 0; c < classes; c++) {
            in.part("class-" + c, models.get(c));
        }
    }
}
