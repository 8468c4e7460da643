package org.thaw.learners.baselines.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;

/**
 * Learns from the data of all tasks at once, later ones included: the upper bound ("Joint" in van de Ven and Tolias 2019, arXiv 1809.10635, table 3),
 * the loss of {@link Finetune} over {@code D_1 ∪ … ∪ D_T}. While a task goes by it only counts its batches; at the end it takes as many steps on
 * batches drawn independently from all tasks, so that it takes exactly the steps of a learner that learns as it goes. Where the cue tells the
 * task, each batch comes from one task, drawn by size, under that task's cue; elsewhere all classes of all tasks compete.
 */
public final class Joint extends ClassifierLearner {
    private long batches;
    private int batchSize;
    private long changes;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "joint", summary = "A network that sees the data of all tasks from the start: the upper bound.",
            source = "van de Ven and Tolias 2019, arXiv 1809.10635, table 3, \"Joint\"", state = Classifier.STATE, privilege = Privilege.ALL_DATA)
    public static final class Factory implements LearnerFactory<Config, Joint> {
        @Override
        public Joint create(Config c, Signature signature, Context context) {
            return new Joint(new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private Joint(Classifier classifier, Context context) {
        super(classifier, context);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        classifier.check(inputs, targets);
        batches++;
        batchSize = Math.max(batchSize, inputs.rows());
        changes++;
    }

    @Override
    public void end(Cue cue, Data data) {
        if (batches == 0) {
            return;
        }
        new Draws(data, cue, batchSize, context.random("draws")).train(classifier, batches, context);
        batches = 0;
        batchSize = 0;
        changes++;
    }

    /** Changes of what is saved: every batch counted and every fit. The steps of the fits are as many as the batches. */
    @Override
    public long updates() {
        return changes;
    }

    /** What is saved beside the classifier. */
    public record Progress(long batches, int batchSize, long changes) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.in("joint").record(StateKind.OPTIMISER, "progress", new Progress(batches, batchSize, changes));
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        Progress progress = in.in("joint").has("progress") ? in.in("joint").record("progress", Progress.class)
                : new Progress(0, 0, classifier.updates());
        batches = progress.batches();
        batchSize = progress.batchSize();
        changes = progress.changes();
    }
}
