package org.thaw.learners.baselines.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;

/**
 * Begins each task with the weights that it began its life with: what a network reaches on a task that has learned nothing before. A reference, not a way
 * to learn several tasks: R[k, k] of it is what forward transfer is measured against by the summary {@code forward-transfer/single-task}:
 * {@code R[k, k] − R_single[k, k]}, after the single-task reference in the forward transfer of Wołczyk et al. 2021. Where the protocol has no
 * boundaries it is finetuning.
 */
public final class SingleTask extends ClassifierLearner {
    private final float[] fresh;
    private long starts;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "single-task", summary = "A network that starts anew with each task: the reference for transfer.",
            source = "Wołczyk et al. 2021, arXiv 2105.10919, the single-task reference of forward transfer", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, SingleTask> {
        @Override
        public SingleTask create(Config c, Signature signature, Context context) {
            return new SingleTask(new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private SingleTask(Classifier classifier, Context context) {
        super(classifier, context);
        fresh = trained.network().parameters().clone();
    }

    @Override
    public void begin(Cue cue) {
        System.arraycopy(fresh, 0, trained.network().parameters(), 0, fresh.length);
        trained.optimiser().reset();
        starts++;
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        context.measure("loss", classifier.learn(inputs, targets, cue));
    }

    @Override
    public long updates() {
        return super.updates() + starts;
    }

    /** What is saved beside the classifier. */
    public record Progress(long starts) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        StateWriter own = out.in("single-task");
        own.tensor(StateKind.MEMORY, "fresh", Tensor.of(fresh, fresh.length));
        own.record(StateKind.OPTIMISER, "progress", new Progress(starts));
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        StateReader own = in.in("single-task");
        if (own.has("fresh")) {
            own.into("fresh", Tensor.of(fresh, fresh.length));
            starts = own.record("progress", Progress.class).starts();
        }
    }
}
