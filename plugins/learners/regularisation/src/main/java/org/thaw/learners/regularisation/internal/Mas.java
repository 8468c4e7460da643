package org.thaw.learners.regularisation.internal;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.networks.Network;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;

/**
 * Memory aware synapses (Aljundi et al. 2018): a weight is important if moving it moves the network's answer, whatever the label:
 * {@code Ω_i = 1/N Σ_k |∂ ‖F(x_k)‖² / ∂θ_i|} (section 4.1, with the squared length of the output in place of each output), summed over tasks, and the
 * penalty is {@code λ Σ_i Ω_i (θ_i − θ*_i)²}. F are the scores of the classes that the cue allows. Each example's own gradient counts by its
 * absolute value, so the examples go through one by one at the task's end.
 */
public final class Mas extends ClassifierLearner {
    private static final int BATCH = 128;

    private final Config config;
    private final Anchor anchor;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "strength λ of the penalty; no one value serves all protocols: sweep it", byDefault = "1", range = "[0,*)",
                    source = "Aljundi et al. 2018, section 5") double lambda,
            @Parameter(value = "examples of a task, drawn at random, that importance is computed from; 0: all", byDefault = "0", range = "[0,*)",
                    source = "Aljundi et al. 2018: all") int samples) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "mas", summary = "A network whose weights are held back by how much they move its answers.",
            source = "Aljundi et al. 2018, arXiv 1711.09601, section 4", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, Mas> {
        @Override
        public Mas create(Config c, Signature signature, Context context) {
            return new Mas(c, new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private Mas(Config config, Classifier classifier, Context context) {
        super(classifier, context);
        this.config = config;
        this.anchor = new Anchor(classifier.network().parameters().length);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        Network network = classifier.network();
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), 1);
        anchor.addGradient(config.lambda(), network.parameters(), network.gradient());
        classifier.step();
        context.measure("loss", loss);
    }

    @Override
    public void end(Cue cue, Data data) {
        int wanted = config.samples() == 0 ? data.size() : Math.min(config.samples(), data.size());
        Batches task = wanted == data.size() ? data.inOrder(BATCH) : data.shuffled(BATCH, context.random("importance"));
        double[] sums = new double[anchor.importance().length];
        int used = 0;
        while (used < wanted && task.next()) {
            float[] x = classifier.features().of(task.inputs());
            for (int row = 0; row < task.inputs().rows() && used < wanted; row++) {
                addSensitivity(x, row * classifier.features().size(), cue, sums);
                used++;
            }
        }
        float[] importance = anchor.importance();
        for (int i = 0; i < importance.length && used > 0; i++) {
            importance[i] += (float) (sums[i] / used);
        }
        anchor.settle(classifier.network().parameters());
    }

    /** Adds |∂ ‖F(x)‖² / ∂θ| of one example: the derivative by a score is twice the score. */
    private void addSensitivity(float[] x, int offset, Cue cue, double[] sums) {
        Network network = classifier.network();
        float[] delta = Arrays.copyOf(network.forward(x, offset, 1), classifier.classes());
        for (int c = 0; c < delta.length; c++) {
            delta[c] = cue.allows(c) ? 2 * delta[c] : 0;
        }
        network.backward(delta);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += Math.abs(network.gradient()[i]);
        }
    }

    @Override
    public long updates() {
        return super.updates() + anchor.tasks();
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.part("mas", anchor);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        in.part("mas", anchor);
    }
}
