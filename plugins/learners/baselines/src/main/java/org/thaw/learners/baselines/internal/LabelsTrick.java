package org.thaw.learners.baselines.internal;

import java.util.Arrays;
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
 * The labels trick (Zeno et al. 2018, section 5): the softmax of a training batch runs over the classes that occur in that batch alone, so that
 * a class which is absent is not pushed down. Told nothing, it trains as if each batch told its task; all classes compete at prediction.
 */
public final class LabelsTrick extends ClassifierLearner {
    private final boolean[] occurring;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "labels-trick", summary = "Finetuning whose softmax runs over the classes of the batch alone.",
            source = "Zeno et al. 2018, arXiv 1803.10123, section 5", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, LabelsTrick> {
        @Override
        public LabelsTrick create(Config c, Signature signature, Context context) {
            return new LabelsTrick(new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private LabelsTrick(Classifier classifier, Context context) {
        super(classifier, context);
        occurring = new boolean[classifier.classes()];
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        Arrays.fill(occurring, false);
        for (int row = 0; row < targets.rows(); row++) {
            occurring[targets.ints()[row]] = true;
        }
        context.measure("loss", classifier.accumulate(inputs, targets, occurring, 1));
        classifier.step();
    }
}
