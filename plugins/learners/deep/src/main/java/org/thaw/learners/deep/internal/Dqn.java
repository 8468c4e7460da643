package org.thaw.learners.deep.internal;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Costed;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;
import org.thaw.networks.ElementwiseLoss;
import org.thaw.networks.Network;
import org.thaw.toolkit.Tensors;
import org.thaw.toolkit.control.Exploration;
import org.thaw.toolkit.replay.Horizon;
import org.thaw.toolkit.replay.TransitionBatch;
import org.thaw.toolkit.replay.TransitionMemory;

/**
 * The deep Q-network (Mnih et al. 2013, algorithm 1; 2015, algorithm 1): every transition goes into the replay memory, and every so many steps the network takes
 * a step down the mean loss of {@code y − Q(s, a)} over transitions drawn from it, the target y computed with a network that is copied every so many updates.
 * Options: double Q-learning and returns over n steps ({@link TdTargets}), dueling streams ({@link DuelingHead}), and what keeps a network able to learn
 * ({@link ContinualOptions}). As in MinAtar's DQN (Young and Tian 2019) one frame is one step.
 */
public final class Dqn implements Agent, Inspectable, Costed {
    /** The format of learners around a network of action values with a target network and a replay memory. */
    static final String STATE = "q-network:1";

    private final DqnConfig config;
    private final Signature signature;
    private final Context context;
    private final QNetwork network;
    private final TdTargets targets;
    private final ContinualOptions options;
    private final TransitionMemory memory;
    private final TransitionBatch batch;
    private final Horizon horizon;
    private final Exploration exploration;
    private final RandomStream replay;
    private final ElementwiseLoss loss;
    private final float[] wanted;
    private final boolean[] taken;
    private long steps;

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "dqn", summary = "The deep Q-network, with double learning, dueling streams and returns over n steps as options.",
            source = "Mnih et al. 2013, arXiv 1312.5602, and 2015, Nature 518; hyperparameters of Young and Tian 2019", state = Dqn.STATE)
    public static final class Factory implements LearnerFactory<DqnConfig, Dqn> {
        @Override
        public Dqn create(DqnConfig configuration, Signature signature, Context context) {
            return new Dqn(configuration, signature, context);
        }
    }

    private Dqn(DqnConfig config, Signature signature, Context context) {
        if (!(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("dqn needs numbered actions, not " + signature.output());
        }
        if (config.capacity() / signature.lanes() <= config.nStep() + config.stackedFrames()) {
            throw new IllegalArgumentException("capacity " + config.capacity() + " is too small for returns over " + config.nStep() + " steps in " + signature.lanes() + " lanes");
        }
        this.config = config;
        this.signature = signature;
        this.context = context;
        int actions = signature.choices();
        network = new QNetwork(signature, context, config.network(), config.hidden(), config.dueling(), config.start(), config::rule);
        targets = new TdTargets(network, config.batch(), actions, config.doubleLearning());
        options = new ContinualOptions(config, network, context);
        memory = new TransitionMemory(signature, config.capacity(), config.stackedFrames());
        batch = memory.batch(config.batch());
        horizon = config.horizon();
        exploration = config.exploration();
        replay = context.random("replay");
        loss = config.loss(actions);
        wanted = new float[config.batch() * actions];
        taken = new boolean[config.batch() * actions];
    }

    @Override
    public void learn(Transitions transitions) {
        for (int t = 0; t < transitions.length(); t++) {
            for (int lane = 0; lane < transitions.lanes(); lane++) {
                memory.add(lane, transitions.from(lane, t), transitions.decision(lane, t).action().index(), transitions.to(lane, t));
                steps++;
                if (steps >= config.replayStart() && steps % config.trainEvery() == 0 && memory.ready(horizon)) {
                    train();
                }
            }
        }
    }

    private void train() {
        for (int i = 0; i < config.updatesPerTraining(); i++) {
            memory.draw(horizon, replay, batch);
            update();
            if (network.trained().updates() % config.targetPeriod() == 0) {
                network.copyToTarget();
            }
        }
    }

    /** One step down the mean loss of the drawn transitions. */
    private void update() {
        int actions = signature.choices();
        float[] y = targets.of(batch);
        float[] values = network.values(batch.states(), batch.rows());
        Arrays.fill(taken, false);
        for (int row = 0; row < batch.rows(); row++) {
            int at = row * actions + batch.actions()[row];
            taken[at] = true;
            wanted[at] = y[row];
        }
        double error = loss.of(values, batch.rows(), wanted, 0, taken);
        if (!Double.isFinite(error)) {
            throw new IllegalStateException("the loss is " + error + ": the network has diverged; a smaller rate or limited rewards may help");
        }
        network.accumulate(loss.gradient(), batch.rows());
        options.beforeStep();
        network.trained().step();
        options.afterStep(batch.rows());
        context.measure("loss", error);
    }

    @Override
    public void end(Cue cue, Data data) {
        options.endTask(memory, signature.choices());
    }

    /** The network and its target. */
    QNetwork network() {
        return network;
    }

    /** ε now. */
    double epsilon() {
        return exploration.at(steps);
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        // streams of their own: how often a learner is evaluated must not change how it explores
        return mode == Mode.EXPLORE ? new EpsilonGreedy(network, signature, this::epsilon, context.random("exploration"))
                : new EpsilonGreedy(network, signature, config::evaluationEpsilon, context.random("exploitation"));
    }

    /** A decision that is not left to chance. */
    @Override
    public long flopsPerDecision() {
        return network.trained().network().flopsForward();
    }

    /** A batch in training and its next states through the target network; with double learning through the network, too. */
    @Override
    public long flopsPerUpdate() {
        Network trained = network.trained().network();
        return config.batch() * (trained.flopsTraining() + (config.doubleLearning() ? 2 : 1) * trained.flopsForward());
    }

    /** Each stored transition is a change of knowledge, too. */
    @Override
    public long updates() {
        return steps + network.trained().updates() + options.tasks();
    }

    @Override
    public void weights(BiConsumer<String, Tensor> to) {
        Tensors.weights(network.trained().network(), to);
    }

    @Override
    public void activations(Tensor probe, BiConsumer<String, Tensor> to) {
        network.values(network.read(probe), probe.rows());
        Tensors.activations(network.trained().network(), probe.rows(), to);
        network.streams((name, values) -> {
            int units = config.hidden().get(config.hidden().size() - 1);
            to.accept(name, Tensor.of(Arrays.copyOf(values, probe.rows() * units), probe.rows(), units));
        });
    }

    /** What is saved beside the parts. */
    public record Progress(long steps) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.OPTIMISER, "progress", new Progress(steps));
        network.save(out);
        options.save(out);
        out.part("replay", memory);
    }

    @Override
    public void restore(StateReader in) {
        steps = in.record("progress", Progress.class).steps();
        network.restore(in);
        options.restore(in);
        in.part("replay", memory);
    }
}
