package org.thaw.learners.imitation.internal;

import java.util.List;
import java.util.function.BiConsumer;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Costed;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Student;
import org.thaw.networks.Adam;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.toolkit.Features;
import org.thaw.toolkit.KernelNote;
import org.thaw.toolkit.Observations;
import org.thaw.toolkit.Tensors;
import org.thaw.toolkit.TrainedNetwork;

/**
 * Behaviour cloning (Pomerleau 1991; Bain and Sammut 1995): supervised learning of the map from an observation to the action that was taken there, by
 * cross-entropy. It has no memory of any kind: its policy is a function of the present observation, so it cannot go on learning once it is frozen. Which part
 * of the lives it studies (all, or the end, when the teacher was at its best) is the protocol's choice.
 *
 * <p>The network is a multi-layer perceptron; pictures [rows, columns, channels] go through a convolution first.
 */
public final class BehaviourCloning implements Student, Inspectable, Costed {
    private final Config config;
    private final Context context;
    private final int actions;
    private final Observations observations;
    private final TrainedNetwork trained;
    private final Encoding encoding;
    private final WindowBatch batch;
    private final ActionLoss loss;

    /** Hyperparameters. The values are ours. */
    public record Config(
            @Parameter(value = "sizes of the fully connected hidden layers, with ReLU: by default about as many parameters as algorithm-distillation has",
                    byDefault = "[384,384]", range = "[1,*)") List<Integer> hidden,
            @Parameter(value = "filters of the convolution, with ReLU, that pictures go through first; 0: none", byDefault = "16", range = "[0,*)") int filters,
            @Parameter(value = "rows and columns of its window", byDefault = "3", range = "[1,*)") int convolution,
            @Parameter(value = "what is to be predicted: actions, or distributions where the teacher recorded them", byDefault = "actions") Recorded targets,
            @Parameter(value = "steps of a batch, drawn one by one", byDefault = "128", range = "[1,*)") int batch,
            @Parameter(value = "learning rate of Adam", byDefault = "0.001", range = "(0,*)", source = "Kingma and Ba 2015") double rate,
            @Parameter(value = "takes the most probable action where it need not explore, instead of drawing one", byDefault = "false") boolean greedy,
            @Parameter(value = "steps of all lanes that it lives between two updates from its own stream, where it is not frozen", byDefault = "32", range = "[1,*)") int interval) {
        public Config {
            hidden = List.copyOf(hidden);
        }
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "behaviour-cloning", summary = "Imitates without memory: predicts the recorded action from the observation alone.",
            source = "Pomerleau 1991; Bain and Sammut 1995")
    public static final class Factory implements LearnerFactory<Config, BehaviourCloning> {
        @Override
        public BehaviourCloning create(Config configuration, Signature signature, Context context) {
            return new BehaviourCloning(configuration, signature, context);
        }
    }

    private BehaviourCloning(Config config, Signature signature, Context context) {
        this.config = config;
        this.context = context;
        actions = NumberedActions.of("behaviour-cloning", signature);
        observations = new Observations(signature.input());
        NetworkBuilder layers = Network.of(observations.shape());
        if (config.filters() > 0 && observations.isPicture(config.convolution())) {
            layers.conv(config.filters(), config.convolution()).relu();
        }
        config.hidden().forEach(units -> layers.dense(units).relu());
        RandomStream random = context.random("initialisation");
        Network network = layers.dense(actions).build(Initialiser.PYTORCH, random::nextDouble);
        KernelNote.of(context, network.kernels());
        Features rows = new Features(Space.Real.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, observations.size()));
        trained = new TrainedNetwork(rows, network, Initialiser.PYTORCH, new Adam(network.parameters().length, config.rate()));
        encoding = new Observed(observations);
        batch = new WindowBatch(encoding, config.targets().targets(actions), actions);
        loss = new ActionLoss(actions);
    }

    @Override
    public void study(Sequences windows) {
        batch.read(windows);
        if (batch.decided() == 0) {
            return;
        }
        double mean = loss.of(trained.forward(batch.inputs(), batch.rows()), batch);
        trained.accumulate(loss.gradient());
        trained.step();
        context.measure("loss", mean);
        context.measure("agreement", loss.agreement());
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        boolean exploring = mode == Mode.EXPLORE;
        return new CloningPolicy(trained, encoding,
                new ActionChoice(actions, config.greedy() && !exploring, context.random(exploring ? "exploration" : "exploitation")));
    }

    @Override
    public long flopsPerDecision() {
        return trained.network().flopsForward();
    }

    @Override
    public long flopsPerUpdate() {
        return config.batch() * trained.network().flopsTraining();
    }

    @Override
    public int window() {
        return 1;
    }

    @Override
    public int batch() {
        return config.batch();
    }

    @Override
    public int interval() {
        return config.interval();
    }

    @Override
    public long updates() {
        return trained.updates();
    }

    @Override
    public void weights(BiConsumer<String, Tensor> to) {
        Tensors.weights(trained.network(), to);
    }

    @Override
    public void activations(Tensor probe, BiConsumer<String, Tensor> to) {
        float[] rows = new float[probe.rows() * observations.size()];
        observations.writeAll(probe, rows);
        trained.network().forward(rows, probe.rows());
        Tensors.activations(trained.network(), probe.rows(), to);
    }

    @Override
    public void save(StateWriter out) {
        trained.save(out);
    }

    @Override
    public void restore(StateReader in) {
        trained.restore(in);
    }
}
