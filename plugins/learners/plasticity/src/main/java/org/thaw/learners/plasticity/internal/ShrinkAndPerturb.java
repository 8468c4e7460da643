package org.thaw.learners.plasticity.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.Start;
import org.thaw.toolkit.TrainedNetwork;

/**
 * Shrink and perturb (Ash and Adams 2020, section 4): {@code θ ← λ θ + p} with {@code p ~ N(0, σ²)}: as new data arrives, that is at the beginning
 * of each task after the first, or where {@code every} is given after each so many updates (Dohare et al. 2024 do so at every step, with λ near 1
 * and a small σ).
 */
public final class ShrinkAndPerturb extends PlasticLearner {
    private final Config config;
    private long times;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "first values of the weights", byDefault = "pytorch") Start start,
            @Parameter(value = "factor λ; sweep it", byDefault = "0.6", range = "[0,1]") double shrink,
            @Parameter(value = "standard deviation σ of the noise; sweep it", byDefault = "0.01", range = "[0,*)") double perturb,
            @Parameter(value = "updates between two times; 0: at the beginning of each task", byDefault = "0", range = "[0,*)") long every) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "shrink-and-perturb", summary = "Finetuning that now and then shrinks all weights and adds noise.",
            source = "Ash and Adams 2020, arXiv 1910.08475, section 4", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, ShrinkAndPerturb> {
        @Override
        public ShrinkAndPerturb create(Config c, Signature signature, Context context) {
            return new ShrinkAndPerturb(c, new TrainedNetwork(signature, context, c.hidden(), c.optimiser(), c.rate(), c.start().initialiser()), signature, context);
        }
    }

    private ShrinkAndPerturb(Config config, TrainedNetwork trained, Signature signature, Context context) {
        super(trained, signature, context);
        this.config = config;
    }

    @Override
    public void begin(Cue cue) {
        if (config.every() == 0 && trained.updates() > 0) {
            shrinkAndPerturb(trained.network().parameters());
            times++;
        }
    }

    @Override
    void afterStep(float[] parameters, int rows) {
        if (config.every() > 0 && trained.updates() % config.every() == 0) {
            shrinkAndPerturb(parameters);
        }
    }

    private void shrinkAndPerturb(float[] parameters) {
        RandomStream random = context.random("perturb");
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (config.shrink() * parameters[i] + config.perturb() * random.nextGaussian());
        }
    }

    @Override
    public long updates() {
        return super.updates() + times;
    }

    /** What is saved beside the network. */
    public record Progress(long times) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.in("shrink-and-perturb").record(StateKind.OPTIMISER, "progress", new Progress(times));
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        StateReader own = in.in("shrink-and-perturb");
        times = own.has("progress") ? own.record("progress", Progress.class).times() : 0;
    }
}
