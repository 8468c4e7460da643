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
 * Goes on learning from the data of all tasks met so far, kept in full: the upper bound of one who cannot see ahead (the cumulative strategy of
 * Lomonaco and Maltoni 2017, CORe50; "Cumulative" in Avalanche, Lomonaco et al. 2021). At the end of task k it descends the loss of
 * {@link Finetune} over {@code D_1 ∪ … ∪ D_k}, from where task k − 1 left it: while a task goes by it only counts its batches, then it takes as many
 * passes over all data seen as the protocol made over the task's own.
 *
 * <p>Cost: with T tasks of equal size {@code 1 + 2 + … + T = T (T + 1) / 2} times the steps of one task, where a learner that learns as it goes
 * takes T times, and a memory of everything. The measure {@code steps} gives the steps of each task.
 */
public final class Cumulative extends ClassifierLearner {
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
    @Plugin(kind = Plugin.Kind.LEARNER, id = "cumulative",
            summary = "A network that goes over all data seen so far at each task's end; its steps grow with the square of the number of tasks.",
            source = "Lomonaco and Maltoni 2017, arXiv 1705.03550, the cumulative strategy; Lomonaco et al. 2021, arXiv 2104.00405, \"Cumulative\"", state = Classifier.STATE, privilege = Privilege.SEEN_DATA)
    public static final class Factory implements LearnerFactory<Config, Cumulative> {
        @Override
        public Cumulative create(Config c, Signature signature, Context context) {
            return new Cumulative(new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private Cumulative(Classifier classifier, Context context) {
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
    public void end(Cue cue, Data seen) {
        if (batches == 0) {
            return;
        }
        Data present = seen.task(seen.tasks() - 1);
        // passes over the task = batches / its own; the same number of passes over all
        long steps = (batches * seen.size() + present.size() - 1) / present.size();
        new Draws(seen, cue, batchSize, context.random("draws")).train(classifier, steps, context);
        context.measure("steps", steps);
        batches = 0;
        batchSize = 0;
        changes++;
    }

    /** Changes of what is saved: every batch counted and every fit. */
    @Override
    public long updates() {
        return changes + classifier.updates();
    }

    /** What is saved beside the classifier. */
    public record Progress(long batches, int batchSize, long changes) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.in("cumulative").record(StateKind.OPTIMISER, "progress", new Progress(batches, batchSize, changes));
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        Progress progress = in.in("cumulative").has("progress") ? in.in("cumulative").record("progress", Progress.class) : new Progress(0, 0, 0);
        batches = progress.batches();
        batchSize = progress.batchSize();
        changes = progress.changes();
    }
}
