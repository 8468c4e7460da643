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
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;

/**
 * Learns the first task and nothing after it: what never forgets because it never goes on learning. A continual learner that does not beat
 * it has gained nothing from later tasks: {@code θ_k = θ_1} for all k ≥ 1. The "fixed representation" of Rebuffi et al. 2017 (section 4.1), which
 * goes on to train the outputs of new classes, taken to its end: here these stay, too. Where the protocol has no boundaries it never stops and is
 * finetuning.
 */
public final class FrozenAtTask1 extends ClassifierLearner {
    private boolean frozen;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "frozen-at-task-1", summary = "A network that learns the first task and is frozen from its end on.",
            source = "after the fixed representation of Rebuffi et al. 2017, arXiv 1611.07725, section 4.1; here the outputs are frozen, too", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, FrozenAtTask1> {
        @Override
        public FrozenAtTask1 create(Config c, Signature signature, Context context) {
            return new FrozenAtTask1(new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private FrozenAtTask1(Classifier classifier, Context context) {
        super(classifier, context);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        classifier.check(inputs, targets);
        if (!frozen) {
            context.measure("loss", classifier.learn(inputs, targets, cue));
        }
    }

    @Override
    public void end(Cue cue, Data data) {
        frozen = true;
    }

    @Override
    public long updates() {
        return super.updates() + (frozen ? 1 : 0);
    }

    /** What is saved beside the classifier. */
    public record Progress(boolean frozen) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.in("frozen").record(StateKind.OPTIMISER, "progress", new Progress(frozen));
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        frozen = in.in("frozen").has("progress") && in.in("frozen").record("progress", Progress.class).frozen();
    }
}
