package org.thaw.learners.regularisation.internal;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.networks.Network;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;

/**
 * Synaptic intelligence (Zenke, Poole and Ganguli 2017). Along the path of a task each parameter gathers what it did for the loss,
 * {@code ω_i ← ω_i − g_i Δθ_i} (eq. 3), with g the gradient of the loss on the new batch, penalty left out. At the task's end
 * {@code Ω_i ← max(0, Ω_i + ω_i / (Δ_i² + ξ))} (eq. 5), with Δ_i the way the parameter went in the task, and the surrogate loss is
 * {@code c Σ_i Ω_i (θ_i − θ̃_i)²} (eq. 4). The cut at 0 is that of the authors' code: with momentum ω can come out negative.
 */
public final class SynapticIntelligence extends ClassifierLearner {
    private final Config config;
    private final Anchor anchor;
    private final float[] path;
    private final float[] before;
    private final float[] gradient;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "strength c of the surrogate loss; no one value serves all protocols: sweep it", byDefault = "10", range = "[0,*)",
                    source = "van de Ven, Tuytelaars and Tolias 2022, split MNIST: 10 task-, 5e4 domain-, 5e3 class-incremental") double strength,
            @Parameter(value = "damping ξ", byDefault = "0.1", range = "(0,*)", source = "Zenke, Poole and Ganguli 2017, permuted MNIST; van de Ven and Tolias 2019") double damping) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "si", summary = "A network whose weights are held back by what they did for earlier tasks' losses.",
            source = "Zenke, Poole and Ganguli 2017, eqs. 3-5", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, SynapticIntelligence> {
        @Override
        public SynapticIntelligence create(Config c, Signature signature, Context context) {
            return new SynapticIntelligence(c, new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private SynapticIntelligence(Config config, Classifier classifier, Context context) {
        super(classifier, context);
        this.config = config;
        int size = classifier.network().parameters().length;
        anchor = new Anchor(size);
        path = new float[size];
        before = new float[size];
        gradient = new float[size];
        System.arraycopy(classifier.network().parameters(), 0, anchor.centre(), 0, size);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        Network network = classifier.network();
        float[] parameters = network.parameters();
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), 1);
        System.arraycopy(network.gradient(), 0, gradient, 0, gradient.length);
        System.arraycopy(parameters, 0, before, 0, before.length);
        anchor.addGradient(config.strength(), parameters, network.gradient());
        classifier.step();
        for (int i = 0; i < path.length; i++) {
            path[i] -= gradient[i] * (parameters[i] - before[i]);
        }
        context.measure("loss", loss);
    }

    @Override
    public void end(Cue cue, Data data) {
        float[] parameters = classifier.network().parameters();
        float[] importance = anchor.importance();
        for (int i = 0; i < path.length; i++) {
            double way = (double) parameters[i] - anchor.centre()[i];
            importance[i] = (float) Math.max(0, importance[i] + path[i] / (way * way + config.damping()));
        }
        anchor.settle(parameters);
        Arrays.fill(path, 0);
    }

    @Override
    public long updates() {
        return super.updates() + anchor.tasks();
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.part("si", anchor);
        out.in("si").tensor(StateKind.MEMORY, "path", Tensor.of(path, path.length));
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        in.part("si", anchor);
        if (in.in("si").has("path")) {
            in.in("si").into("path", Tensor.of(path, path.length));
        } else {
            // taken over from another learner: the path begins here
            Arrays.fill(path, 0);
            System.arraycopy(classifier.network().parameters(), 0, anchor.centre(), 0, path.length);
        }
    }
}
