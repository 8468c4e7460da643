package org.thaw.learners.rehearsal.internal;

import java.util.Arrays;
import java.util.List;
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
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.Cues;
import org.thaw.toolkit.RowBuffers;
import org.thaw.toolkit.VariationalAutoencoder;

/**
 * Deep generative replay (Shin et al. 2017): no example is stored. Beside the classifier a generator learns the inputs; at a task's end both are
 * copied, and from then on each batch is joined by as many inputs drawn from the copied generator and labelled by the copied classifier. Both
 * networks minimise {@code 1/N · loss on the new batch + (1 − 1/N) · loss on the generated one} (eq. 1), where N counts the tasks, and take a step
 * each. The generator is the variational autoencoder of van de Ven and Tolias 2019, whose "DGR" has hard targets and "DGR+distill" soft ones; see
 * {@link DreamTargets}. Without boundaries it is finetuning.
 */
public final class DeepGenerativeReplay extends ClassifierLearner {
    private final VariationalAutoencoder model;
    private final Scholar before;
    private final DreamTargets dreams;
    private final Cues met = new Cues();
    private final RowBuffers<float[]> joined;
    private final RowBuffers<float[]> noise;
    private final RowBuffers<float[]> weights;
    private final RowBuffers<Tensor> replayed;
    private long ended;
    private int last = -1;

    /** What generated inputs are labelled with. */
    public enum Targets {
        /** The earlier classifier's best class. */ HARD,
        /** Its probabilities at a temperature: distillation. */ SOFT
    }

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "what generated inputs are labelled with: the best class, or probabilities", byDefault = "hard",
                    source = "van de Ven and Tolias 2019: hard is DGR, soft is DGR+distill") Targets targets,
            @Parameter(value = "temperature of soft targets", byDefault = "2", range = "(0,*)", source = "van de Ven and Tolias 2019") double temperature,
            @Parameter(value = "sizes of the hidden layers of the generator's encoder; the decoder's are the same, backwards", byDefault = "[400,400]",
                    range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST") List<Integer> generatorHidden,
            @Parameter(value = "latent variables of the generator", byDefault = "100", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            int latent,
            @Parameter(value = "learning rate of the generator's Adam", byDefault = "0.001", range = "(0,*)",
                    source = "van de Ven and Tolias 2019, split MNIST") double generatorRate) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "dgr", summary = "A network that replays what a generator of its own makes up, labelled as it once would have.",
            source = "Shin et al. 2017, arXiv 1705.08690, eq. 1; van de Ven and Tolias 2019, arXiv 1809.10635", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, DeepGenerativeReplay> {
        @Override
        public DeepGenerativeReplay create(Config c, Signature signature, Context context) {
            if (!VariationalAutoencoder.takes(signature.input())) {
                throw new IllegalArgumentException("dgr needs bytes or numbers in [0, 1] as inputs, not " + signature.input());
            }
            return new DeepGenerativeReplay(c, new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private DeepGenerativeReplay(Config config, Classifier classifier, Context context) {
        super(classifier, context);
        int size = classifier.features().size();
        RandomStream random = context.random("generator-initialisation");
        model = new VariationalAutoencoder(size, config.generatorHidden(), config.latent(), config.generatorRate(), classifier.network().kernels(),
                random::nextDouble);
        before = new Scholar(classifier.network(), model.decoder());
        dreams = new DreamTargets(classifier, config.targets() == Targets.SOFT, config.temperature());
        joined = new RowBuffers<>(n -> new float[n * size]);
        noise = new RowBuffers<>(n -> new float[n * config.latent()]);
        weights = new RowBuffers<>(float[]::new);
        replayed = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, size));
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        int rows = inputs.rows();
        double share = 1.0 / (ended + 1);
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), share);
        float[] x = classifier.features().of(inputs);
        if (ended == 0) {
            generatorLearns(x, rows, 1, rows);
        } else {
            int size = classifier.features().size();
            float[] both = joined.rows(2 * rows);
            System.arraycopy(x, 0, both, 0, rows * size);
            Tensor old = replayed.rows(rows);
            System.arraycopy(before.dream(rows, context.random("dreams")), 0, old.floats(), 0, rows * size);
            System.arraycopy(old.floats(), 0, both, rows * size, rows * size);
            loss += dreams.of(classifier.trained().forward(old), before.answers(old.floats(), rows), rows, cue, 1 - share);
            classifier.trained().accumulate(dreams.gradient(rows));
            generatorLearns(both, 2 * rows, share, rows);
        }
        classifier.step();
        context.measure("loss", loss);
    }

    /** One step of the generator, whose first {@code fresh} rows count {@code share} and the others the rest. */
    private void generatorLearns(float[] x, int rows, double share, int fresh) {
        float[] epsilon = noise.rows(rows);
        RandomStream random = context.random("noise");
        for (int i = 0; i < epsilon.length; i++) {
            epsilon[i] = (float) random.nextGaussian();
        }
        float[] weight = weights.rows(rows);
        Arrays.fill(weight, 0, fresh, (float) (share * rows / fresh));
        Arrays.fill(weight, fresh, rows, (float) ((1 - share) * rows / Math.max(1, rows - fresh)));
        model.learn(x, rows, epsilon, weight);
    }

    @Override
    public void end(Cue cue, Data data) {
        before.take(classifier.network(), model.decoder());
        last = met.number(cue);
        ended++;
        dreams.know(met, cue);
    }

    @Override
    public long updates() {
        return super.updates() + ended;
    }

    /** What is saved beside the tensors. */
    public record Progress(long ended, int last) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        StateWriter own = out.in("dgr");
        own.record(StateKind.MEMORY, "progress", new Progress(ended, last));
        own.part("generator", model);
        own.part("before", before);
        own.part("met", met);
    }

    /** Where another learner's state has no such part, its classifier is taken over, and what it learned is not replayed. */
    @Override
    public void restore(StateReader in) {
        super.restore(in);
        StateReader own = in.in("dgr");
        ended = 0;
        if (own.has("progress")) {
            Progress progress = own.record("progress", Progress.class);
            ended = progress.ended();
            last = progress.last();
            own.part("generator", model);
            own.part("before", before);
            own.part("met", met);
            if (ended > 0) {
                dreams.know(met, met.cue(last));
            }
        }
    }
}
