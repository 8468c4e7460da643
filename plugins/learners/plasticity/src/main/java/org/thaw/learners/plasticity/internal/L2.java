package org.thaw.learners.plasticity.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.Start;
import org.thaw.toolkit.TrainedNetwork;

/**
 * L2 regularisation: the loss plus {@code λ Σ θ²}, towards 0 (Kumar, Marklund and Van Roy 2023, the baseline that L2 Init is compared with). Small
 * weights keep units alive and the loss easy to move in (Dohare et al. 2024, L2 regularization). The penalty goes through the optimiser; it is not
 * decoupled weight decay.
 */
public final class L2 extends PlasticLearner {
    private final double lambda;

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
    @Plugin(kind = Plugin.Kind.LEARNER, id = "l2", summary = "Finetuning with a penalty on the size of the weights.",
            source = "Dohare et al. 2024, L2 regularization; Kumar, Marklund and Van Roy 2023, arXiv 2308.11958, the baseline L2", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, L2> {
        @Override
        public L2 create(Config c, Signature signature, Context context) {
            return new L2(c.lambda(), new TrainedNetwork(signature, context, c.hidden(), c.optimiser(), c.rate(), c.start().initialiser()), signature, context);
        }
    }

    private L2(double lambda, TrainedNetwork trained, Signature signature, Context context) {
        super(trained, signature, context);
        this.lambda = lambda;
    }

    @Override
    void beforeStep(float[] parameters, float[] gradient) {
        float twice = (float) (2 * lambda);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += twice * parameters[i];
        }
    }
}
