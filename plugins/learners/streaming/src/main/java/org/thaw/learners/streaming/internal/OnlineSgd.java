package org.thaw.learners.streaming.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.NetworkLearner;
import org.thaw.toolkit.Objective;
import org.thaw.toolkit.Rows;
import org.thaw.toolkit.Start;
import org.thaw.toolkit.TrainedNetwork;

/**
 * Online stochastic gradient descent: one step {@code θ ← θ − α ∇ℓ(x, y)} for each example as it comes, however the protocol batches them (Robbins
 * and Monro 1951; Bottou 1998, section 2, the online gradient descent, with a step size that stays). For classes with softmax cross-entropy, for
 * real targets with the squared error.
 */
public final class OnlineSgd extends NetworkLearner {
    private final Objective objective;
    private final Tensor input;
    private final Tensor target;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers; empty: a linear model", byDefault = "[100,100]", range = "[1,*)") List<Integer> hidden,
            @Parameter(value = "step size α", byDefault = "0.01", range = "(0,*)", source = "Dohare et al. 2024, slowly-changing regression") double rate,
            @Parameter(value = "first values of the weights", byDefault = "pytorch") Start start) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "online-sgd", summary = "A network that takes one plain gradient step for each example.",
            source = "Robbins and Monro 1951; Bottou 1998, Online learning and stochastic approximations, section 2", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, OnlineSgd> {
        @Override
        public OnlineSgd create(Config c, Signature signature, Context context) {
            return new OnlineSgd(new TrainedNetwork(signature, context, c.hidden(), Classifier.Rule.SGD, c.rate(), c.start().initialiser()), signature, context);
        }
    }

    private OnlineSgd(TrainedNetwork trained, Signature signature, Context context) {
        super(trained, context);
        objective = new Objective(signature);
        input = signature.input().buffer(1);
        target = signature.output().buffer(1);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        for (int row = 0; row < inputs.rows(); row++) {
            Rows.copy(inputs, row, input, 0);
            Rows.copy(targets, row, target, 0);
            double loss = objective.accumulate(trained, input, target, cue);
            trained.step();
            context.measure("loss", loss);
        }
    }
}
