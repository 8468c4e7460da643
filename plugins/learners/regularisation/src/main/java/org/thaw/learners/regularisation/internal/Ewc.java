package org.thaw.learners.regularisation.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.networks.Network;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.Penalty;

/**
 * Elastic weight consolidation with a penalty for each task (Kirkpatrick et al. 2017, eq. 3):
 * {@code loss on the new batch + λ/2 Σ_k Σ_i F_ki (θ_i − θ*_ki)²}, where θ* are the parameters at the end of task k and F_k is the diagonal of the
 * Fisher information there, a mean over the task's examples. The exact one takes the expectation over the network's own predictions, the
 * empirical one the true label (van de Ven 2025, arXiv 2502.11756).
 */
public final class Ewc extends ClassifierLearner {
    private final Config config;
    private final Penalty penalty;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "strength λ of the penalty; no one value serves all protocols: sweep it", byDefault = "100000", range = "[0,*)",
                    source = "van de Ven, Tuytelaars and Tolias 2022, split MNIST: 1e5 task-, 1e10 domain-, 1e9 class-incremental") double lambda,
            @Parameter(value = "how the Fisher information is computed", byDefault = "exact", source = "van de Ven, Tuytelaars and Tolias 2022")
            FisherDiagonal.Information fisher,
            @Parameter(value = "examples of a task, drawn at random, that the Fisher information is computed from; 0: all", byDefault = "0",
                    range = "[0,*)", source = "van de Ven, Tuytelaars and Tolias 2022: all") int fisherSamples) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "ewc", summary = "A network whose weights are held back by their importance for earlier tasks.",
            source = "Kirkpatrick et al. 2017, eq. 3", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, Ewc> {
        @Override
        public Ewc create(Config c, Signature signature, Context context) {
            return new Ewc(c, new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private Ewc(Config config, Classifier classifier, Context context) {
        super(classifier, context);
        this.config = config;
        this.penalty = new Penalty(classifier.network().parameters().length);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        Network network = classifier.network();
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), 1);
        penalty.addGradient(config.lambda(), network.parameters(), network.gradient());
        classifier.step();
        context.measure("loss", loss);
    }

    @Override
    public void end(Cue cue, Data data) {
        Network network = classifier.network();
        FisherDiagonal fisher = FisherDiagonal.of(classifier, cue, data, config.fisher(), config.fisherSamples(), context.random("fisher"));
        // of the tasks before this one; at every step it would cost as much as the penalty itself
        context.measure("penalty", config.lambda() * penalty.value(network.parameters()));
        penalty.consolidate(network.parameters(), fisher.sums(), fisher.examples());
    }

    @Override
    public long updates() {
        return super.updates() + penalty.tasks();
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.part("ewc", penalty);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        if (in.in("ewc").has("progress")) {
            in.part("ewc", penalty);
        }
    }
}
