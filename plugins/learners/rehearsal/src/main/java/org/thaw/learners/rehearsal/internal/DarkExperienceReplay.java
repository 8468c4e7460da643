package org.thaw.learners.rehearsal.internal;

import java.util.List;
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
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.Replay;
import org.thaw.toolkit.ReplayMemory;
import org.thaw.toolkit.Reservoir;
import org.thaw.toolkit.RowBuffers;

/**
 * Dark experience replay (Buzzega et al. 2020): a reservoir keeps each example with the scores z that the network gave it when it was met. A step
 * minimises {@code loss on the new batch + α ‖z − h(x)‖²} (DER, eq. 5) and, in DER++, {@code + β · loss on stored examples and labels} (eq. 6),
 * drawn apart. The squared distance is a mean over examples and classes, as in the authors' code, from which α and β come. Needs no boundaries.
 */
public final class DarkExperienceReplay extends ClassifierLearner {
    private final int classes;
    private final double alpha;
    private final double beta;
    private final ReplayMemory memory;
    /** The scores of each example, and its label behind them. */
    private final RowBuffers<Tensor> met;
    private final RowBuffers<Tensor> labels;
    private final RowBuffers<float[]> gradients;

    /** Hyperparameters of DER. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "examples that the memory can hold", byDefault = "1000", range = "[1,*)",
                    source = "van de Ven, Tuytelaars and Tolias 2022: 100 for each of 10 classes") int capacity,
            @Parameter(value = "weight α of the distance to the stored scores", byDefault = "1", range = "[0,*)",
                    source = "Buzzega et al. 2020, sequential MNIST with 500 examples") double alpha) {
    }

    /** Hyperparameters of DER++. */
    public record PlusPlusConfig(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "examples that the memory can hold", byDefault = "1000", range = "[1,*)",
                    source = "van de Ven, Tuytelaars and Tolias 2022: 100 for each of 10 classes") int capacity,
            @Parameter(value = "weight α of the distance to the stored scores", byDefault = "1", range = "[0,*)",
                    source = "Buzzega et al. 2020, sequential MNIST with 500 examples") double alpha,
            @Parameter(value = "weight β of the loss on stored labels", byDefault = "0.5", range = "[0,*)",
                    source = "Buzzega et al. 2020, sequential MNIST with 500 examples") double beta) {
    }

    /** Makes DER. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "der", summary = "A network held to the scores it once gave to stored examples.",
            source = "Buzzega et al. 2020, arXiv 2004.07211, eq. 5", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, DarkExperienceReplay> {
        @Override
        public DarkExperienceReplay create(Config c, Signature signature, Context context) {
            Classifier classifier = new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate());
            return new DarkExperienceReplay(classifier, signature, c.capacity(), c.alpha(), 0, context);
        }
    }

    /** Makes DER++. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "der-plus-plus", summary = "A network held to the scores it once gave to stored examples, and to their labels.",
            source = "Buzzega et al. 2020, arXiv 2004.07211, eq. 6", state = Classifier.STATE)
    public static final class PlusPlusFactory implements LearnerFactory<PlusPlusConfig, DarkExperienceReplay> {
        @Override
        public DarkExperienceReplay create(PlusPlusConfig c, Signature signature, Context context) {
            Classifier classifier = new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate());
            return new DarkExperienceReplay(classifier, signature, c.capacity(), c.alpha(), c.beta(), context);
        }
    }

    private DarkExperienceReplay(Classifier classifier, Signature signature, int capacity, double alpha, double beta, Context context) {
        super(classifier, context);
        this.classes = classifier.classes();
        this.alpha = alpha;
        this.beta = beta;
        Space scoresAndLabel = Space.Real.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, classes + 1);
        memory = new ReplayMemory(signature.input(), scoresAndLabel, capacity, new Reservoir(capacity));
        met = new RowBuffers<>(scoresAndLabel::buffer);
        labels = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.I32, n));
        gradients = new RowBuffers<>(n -> new float[n * classes]);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        int rows = inputs.rows();
        float[] scores = classifier.trained().forward(inputs);
        Tensor now = met.rows(rows);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(scores, row * classes, now.floats(), row * (classes + 1), classes);
            now.floats()[row * (classes + 1) + classes] = targets.ints()[row];
        }
        double loss = classifier.loss(scores, rows, targets.ints(), classifier.masks().of(cue), 1);
        classifier.trained().accumulate(classifier.scoreGradient());
        if (memory.size() > 0) {
            loss += distance(memory.draw(rows, context.random("replay")));
            if (beta > 0) {
                loss += labelled(memory.draw(rows, context.random("replay")), cue);
            }
        }
        classifier.step();
        context.measure("loss", loss);
        memory.offer(inputs, now, cue, context.random("memory"));
    }

    /** α times the mean squared distance between stored and present scores, with its gradient. */
    private double distance(Replay old) {
        int rows = old.inputs().rows();
        float[] scores = classifier.trained().forward(old.inputs());
        float[] gradient = gradients.rows(rows);
        double sum = 0;
        double scale = alpha / (rows * classes);
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < classes; c++) {
                float apart = scores[row * classes + c] - old.targets().floats()[row * (classes + 1) + c];
                sum += apart * apart;
                gradient[row * classes + c] = (float) (2 * scale * apart);
            }
        }
        classifier.trained().accumulate(gradient);
        return scale * sum;
    }

    /** β times the loss on stored labels, with its gradient. */
    private double labelled(Replay old, Cue cue) {
        Tensor targets = labels.rows(old.inputs().rows());
        for (int row = 0; row < targets.rows(); row++) {
            targets.ints()[row] = (int) old.targets().floats()[row * (classes + 1) + classes];
        }
        return classifier.accumulate(old.inputs(), targets, classifier.masks().replayed(old.cues(), cue), beta);
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.in("replay").part("scores", memory);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        if (in.in("replay").in("scores").has("cue-numbers")) {
            in.in("replay").part("scores", memory);
        }
    }
}
