package org.thaw.learners.baselines.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;

/**
 * Learns each batch as it comes and does nothing against forgetting: the lower bound ("None" in van de Ven and Tolias 2019, arXiv 1809.10635,
 * table 3). One step on the mean softmax cross-entropy over the classes C that the cue allows,
 * {@code −1/n Σ_i ln(exp z_i,y(i) / Σ_{c ∈ C} exp z_i,c)} with scores z.
 */
public final class Finetune extends ClassifierLearner {
    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "finetune", summary = "A network that learns each batch as it comes: the lower bound.",
            source = "van de Ven and Tolias 2019, arXiv 1809.10635, table 3, \"None\"", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, Finetune> {
        @Override
        public Finetune create(Config c, Signature signature, Context context) {
            return new Finetune(new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private Finetune(Classifier classifier, Context context) {
        super(classifier, context);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        context.measure("loss", classifier.learn(inputs, targets, cue));
    }
}
