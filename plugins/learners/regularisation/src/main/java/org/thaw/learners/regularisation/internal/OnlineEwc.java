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

/**
 * Online elastic weight consolidation (Schwarz et al. 2018, section 4, after Huszár 2018): one penalty
 * {@code λ/2 Σ_i F̃_i (θ_i − θ*_i)²} around the parameters at the last task's end, where the Fisher information runs on as {@code F̃ ← γ F̃ + F}.
 * Its memory does not grow with the number of tasks; with γ below 1 old tasks fade.
 */
public final class OnlineEwc extends ClassifierLearner {
    private final Config config;
    private final Anchor anchor;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "strength λ of the penalty; no one value serves all protocols: sweep it", byDefault = "100000", range = "[0,*)",
                    source = "as ewc") double lambda,
            @Parameter(value = "decay γ of the Fisher information at each task's end", byDefault = "1", range = "[0,1]",
                    source = "van de Ven and Tolias 2019, split MNIST") double gamma,
            @Parameter(value = "how the Fisher information is computed", byDefault = "exact", source = "van de Ven, Tuytelaars and Tolias 2022")
            FisherDiagonal.Information fisher,
            @Parameter(value = "examples of a task, drawn at random, that the Fisher information is computed from; 0: all", byDefault = "0",
                    range = "[0,*)", source = "van de Ven, Tuytelaars and Tolias 2022: all") int fisherSamples) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "online-ewc", summary = "A network held back by one running penalty around where the last task left it.",
            source = "Schwarz et al. 2018, arXiv 1805.06370, section 4", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, OnlineEwc> {
        @Override
        public OnlineEwc create(Config c, Signature signature, Context context) {
            return new OnlineEwc(c, new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private OnlineEwc(Config config, Classifier classifier, Context context) {
        super(classifier, context);
        this.config = config;
        this.anchor = new Anchor(classifier.network().parameters().length);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        Network network = classifier.network();
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), 1);
        anchor.addGradient(config.lambda() / 2, network.parameters(), network.gradient());
        classifier.step();
        context.measure("loss", loss);
    }

    @Override
    public void end(Cue cue, Data data) {
        FisherDiagonal fisher = FisherDiagonal.of(classifier, cue, data, config.fisher(), config.fisherSamples(), context.random("fisher"));
        float[] importance = anchor.importance();
        for (int i = 0; i < importance.length && fisher.examples() > 0; i++) {
            importance[i] = (float) (config.gamma() * importance[i] + fisher.sums()[i] / fisher.examples());
        }
        anchor.settle(classifier.network().parameters());
    }

    @Override
    public long updates() {
        return super.updates() + anchor.tasks();
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.part("online-ewc", anchor);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        in.part("online-ewc", anchor);
    }
}
