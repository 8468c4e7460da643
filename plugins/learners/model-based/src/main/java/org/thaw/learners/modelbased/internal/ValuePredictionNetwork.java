package org.thaw.learners.modelbased.internal;

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
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;
import org.thaw.toolkit.Observations;
import org.thaw.toolkit.control.EpsilonGreedy;
import org.thaw.toolkit.control.Exploration;
import org.thaw.toolkit.replay.TransitionMemory;
import org.thaw.toolkit.replay.TransitionWindows;

/**
 * The value prediction network (Oh, Singh and Lee 2017): an agent that learns a model of the world in abstract states ({@link LatentModel}), by what it says of
 * rewards, endings and values over several steps ({@link UnrollLoss}), and acts by planning in it ({@link Planner}).
 *
 * <p>It differs from the paper in this: it learns from a replay memory rather than with parallel workers; values have the Huber loss; targets plan over one step
 * unless {@code targetDepth} says more; predicted abstract states are drawn to encoded ones (Hansen, Wang and Su 2022), which {@code consistency} 0 takes away.
 */
public final class ValuePredictionNetwork implements Agent, Inspectable {
    /** The format of learners around such a model. */
    static final String STATE = "value-prediction-network:1";

    private final ValuePredictionConfig config;
    private final Signature signature;
    private final Context context;
    private final Observations observations;
    private final TrainedModel trained;
    private final TransitionMemory memory;
    private final TransitionWindows batch;
    private final Exploration exploration;
    private final RandomStream replay;
    private long steps;

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "value-prediction-network", summary = "Learns a model in abstract states by its rewards and values, and plans in it at each step.",
            source = "Oh, Singh and Lee 2017, arXiv 1707.03497; consistency of Hansen, Wang and Su 2022, arXiv 2203.04955", state = ValuePredictionNetwork.STATE)
    public static final class Factory implements LearnerFactory<ValuePredictionConfig, ValuePredictionNetwork> {
        @Override
        public ValuePredictionNetwork create(ValuePredictionConfig configuration, Signature signature, Context context) {
            return new ValuePredictionNetwork(configuration, signature, context);
        }
    }

    private ValuePredictionNetwork(ValuePredictionConfig config, Signature signature, Context context) {
        if (!(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("value-prediction-network needs numbered actions, not " + signature.output());
        }
        this.config = config;
        this.signature = signature;
        this.context = context;
        observations = new Observations(signature.input());
        trained = new TrainedModel(config, signature, context);
        memory = new TransitionMemory(signature, config.capacity(), 1);
        batch = memory.windows(config.batch(), config.unroll());
        exploration = config.exploration();
        replay = context.random("replay");
    }

    @Override
    public void learn(Transitions transitions) {
        for (int t = 0; t < transitions.length(); t++) {
            for (int lane = 0; lane < transitions.lanes(); lane++) {
                memory.add(lane, transitions.from(lane, t), transitions.decision(lane, t).action().index(), transitions.to(lane, t));
                steps++;
                if (steps >= config.replayStart() && steps % config.trainEvery() == 0) {
                    memory.draw(replay, batch);
                    context.measure("loss", trained.train(batch));
                }
            }
        }
    }

    /** The model, for tests. */
    TrainedModel trained() {
        return trained;
    }

    private double epsilon() {
        return exploration.at(steps);
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        LatentModel model = trained.model();
        PlannedValues values = new PlannedValues(model, new Planner(model, config.depth(), config.branches(), config.discount()), observations);
        // streams of their own: how often a learner is evaluated must not change how it explores
        return mode == Mode.EXPLORE ? new EpsilonGreedy(values, signature.choices(), this::epsilon, context.random("exploration"))
                : new EpsilonGreedy(values, signature.choices(), config::evaluationEpsilon, context.random("exploitation"));
    }

    /** Each stored transition is a change of knowledge, too. */
    @Override
    public long updates() {
        return steps + trained.updates();
    }

    @Override
    public void weights(BiConsumer<String, Tensor> to) {
        trained.weights(to);
    }

    @Override
    public void activations(Tensor probe, BiConsumer<String, Tensor> to) {
        float[] rows = new float[probe.rows() * observations.size()];
        observations.writeAll(probe, rows);
        trained.activations(rows, probe.rows(), to);
    }

    /** What is saved beside the parts. */
    public record Progress(long steps) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.OPTIMISER, "progress", new Progress(steps));
        trained.save(out);
        out.part("replay", memory);
    }

    @Override
    public void restore(StateReader in) {
        steps = in.record("progress", Progress.class).steps();
        trained.restore(in);
        in.part("replay", memory);
    }
}
