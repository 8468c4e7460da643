package org.thaw.learners.plasticity.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.FirstValues;
import org.thaw.toolkit.Start;
import org.thaw.toolkit.TrainedNetwork;

/** Regenerative regularisation (Kumar, Marklund and Van Roy 2023, eq. 2): the loss plus {@code λ ‖θ − θ₀‖²}, towards the first values of the parameters. */
public final class L2Init extends PlasticLearner {
    private final double lambda;
    private final FirstValues first;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "first values of the weights", byDefault = "pytorch") Start start,
            @Parameter(value = "strength λ; sweep it", byDefault = "0.001", range = "[0,*)", source = "Kumar et al. 2023 sweep 1e-2 to 1e-5") double lambda) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "l2-init", summary = "Finetuning with a penalty on the distance from the first values of the weights.",
            source = "Kumar, Marklund and Van Roy 2023, arXiv 2308.11958, the regenerative regularization L2 Init", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, L2Init> {
        @Override
        public L2Init create(Config c, Signature signature, Context context) {
            return new L2Init(c.lambda(), new TrainedNetwork(signature, context, c.hidden(), c.optimiser(), c.rate(), c.start().initialiser()), signature, context);
        }
    }

    private L2Init(double lambda, TrainedNetwork trained, Signature signature, Context context) {
        super(trained, signature, context);
        this.lambda = lambda;
        this.first = new FirstValues(trained.network().parameters());
    }

    @Override
    void beforeStep(float[] parameters, float[] gradient) {
        first.addGradient(lambda, parameters, gradient);
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.part("l2-init", first);
    }

    /** One that takes another learner's place is drawn to its own first values. */
    @Override
    public void restore(StateReader in) {
        super.restore(in);
        in.part("l2-init", first);
    }
}
