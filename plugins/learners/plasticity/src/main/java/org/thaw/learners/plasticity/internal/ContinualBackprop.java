package org.thaw.learners.plasticity.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.HiddenUnits;
import org.thaw.toolkit.Start;
import org.thaw.toolkit.TrainedNetwork;

/**
 * Continual backpropagation (Dohare et al. 2024, algorithm 1): ordinary steps, and in each hidden layer a share ρ of the mature units per step,
 * those of the least utility, is started over with fresh incoming weights and outgoing weights of 0. A unit is mature m steps after its start. See
 * {@link HiddenUnits}.
 */
public final class ContinualBackprop extends PlasticLearner {
    private final Config config;
    private final List<HiddenUnits> layers = new ArrayList<>();

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "first values of the weights, and those of new units", byDefault = "he", source = "Dohare et al. 2024: Kaiming uniform")
            Start start,
            @Parameter(value = "replacement rate ρ", byDefault = "0.0001", range = "[0,1]", source = "Dohare et al. 2024") double replacement,
            @Parameter(value = "maturity threshold m, in steps", byDefault = "100", range = "[0,*)", source = "Dohare et al. 2024") int maturity,
            @Parameter(value = "decay η of the utility", byDefault = "0.99", range = "[0,1)", source = "Dohare et al. 2024") double decay) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "continual-backprop", summary = "Finetuning that keeps replacing its least useful units.",
            source = "Dohare et al. 2024, Loss of plasticity in deep continual learning, Nature 632, algorithm 1", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, ContinualBackprop> {
        @Override
        public ContinualBackprop create(Config c, Signature signature, Context context) {
            return new ContinualBackprop(c, new TrainedNetwork(signature, context, c.hidden(), c.optimiser(), c.rate(), c.start().initialiser()), signature, context);
        }
    }

    private ContinualBackprop(Config config, TrainedNetwork trained, Signature signature, Context context) {
        super(trained, signature, context);
        this.config = config;
        for (int layer = 1; layer <= config.hidden().size(); layer++) {
            layers.add(new HiddenUnits(trained, layer, config.start().initialiser(), context.random("replacement")));
        }
    }

    @Override
    void afterStep(float[] parameters, int rows) {
        long replaced = 0;
        for (int i = 0; i < layers.size(); i++) {
            HiddenUnits layer = layers.get(i);
            layer.observe(parameters, rows, config.decay());
            layer.replace(config.replacement(), config.maturity(), config.decay());
            replaced += layer.replaced();
        }
        context.measure("replaced", replaced);
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        for (int i = 0; i < layers.size(); i++) {
            out.in("continual-backprop").part("layer-" + (i + 1), layers.get(i));
        }
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        for (int i = 0; i < layers.size(); i++) {
            in.in("continual-backprop").part("layer-" + (i + 1), layers.get(i));
        }
    }
}
