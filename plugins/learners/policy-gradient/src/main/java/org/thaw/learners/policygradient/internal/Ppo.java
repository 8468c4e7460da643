package org.thaw.learners.policygradient.internal;

import java.util.List;
import java.util.function.BiConsumer;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/**
 * Proximal policy optimisation with the clipped objective (Schulman, Wolski, Dhariwal, Radford and Klimov 2017, algorithm 1). After every
 * {@link #horizon()} steps of all lanes it estimates advantages by GAE(λ) ({@link GeneralisedAdvantage}) and takes several passes of minibatch steps on
 * their clipped surrogate ({@link ClippedSurrogate}, eq. 7 and 9). Discrete actions come from a softmax over the legal ones, real actions from normal
 * distributions whose deviations do not depend on the state. An episode that was cut off counts the value of its last state, one that terminated does not.
 * As is usual, and unlike the paper, advantages are normalised over each minibatch and the gradient's length is bounded; the policy's outputs start near 0.
 */
public final class Ppo implements Agent, Inspectable {
    private static final float FIRST_POLICY = 0.01f;

    private final Config config;
    private final Context context;
    private final ActorCriticNetwork network;
    private final PolicyHead head;
    private final Rollout rollout;
    private final ClippedSurrogate loss;
    private final PpoStep step;
    private final RandomStream order;
    private int[] rows = {};

    /**
     * Hyperparameters.
     *
     * @param hidden        sizes of the fully connected hidden layers
     * @param filters       of the convolution before them, for pictures
     * @param window        of it
     * @param shared        whether policy and value share the hidden layers
     * @param rate          of Adam
     * @param horizon       T
     * @param epochs        K
     * @param minibatch     M
     * @param discount      γ
     * @param lambda        λ
     * @param clip          ε
     * @param valueWeight   c₁
     * @param entropyWeight c₂
     * @param gradientBound greatest length of a minibatch's gradient
     * @param greedy        whether it takes the most probable action when it need not explore
     */
    public record Config(
            @Parameter(value = "sizes of the fully connected hidden layers, with tanh", byDefault = "[64,64]", range = "[1,*)",
                    source = "Schulman et al. 2017, section 6.1") List<Integer> hidden,
            @Parameter(value = "filters of the convolution, with ReLU, that pictures go through first", byDefault = "16", range = "[1,*)") int filters,
            @Parameter(value = "rows and columns of its window", byDefault = "3", range = "[1,*)") int window,
            @Parameter(value = "policy and value share the hidden layers", byDefault = "false", source = "Schulman et al. 2017, section 6.1") boolean shared,
            @Parameter(value = "learning rate of Adam", byDefault = "0.0003", range = "(0,*)", source = "Schulman et al. 2017, table 3") double rate,
            @Parameter(value = "steps T of each lane between updates", byDefault = "2048", range = "[1,*)",
                    source = "Schulman et al. 2017, table 3") int horizon,
            @Parameter(value = "passes K over the steps of an update", byDefault = "10", range = "[1,*)",
                    source = "Schulman et al. 2017, table 3") int epochs,
            @Parameter(value = "minibatch size M", byDefault = "64", range = "[1,*)", source = "Schulman et al. 2017, table 3") int minibatch,
            @Parameter(value = "discount γ of later rewards", byDefault = "0.99", range = "[0,1]", source = "Schulman et al. 2017, table 3") double discount,
            @Parameter(value = "decay λ of the advantage estimation", byDefault = "0.95", range = "[0,1]",
                    source = "Schulman et al. 2017, table 3") double lambda,
            @Parameter(value = "how far ε the ratio of probabilities may go from 1", byDefault = "0.2", range = "(0,1)",
                    source = "Schulman et al. 2017, table 1") double clip,
            @Parameter(value = "weight c₁ of the squared error of the value", byDefault = "0.5", range = "[0,*)") double valueWeight,
            @Parameter(value = "weight c₂ of the entropy", byDefault = "0", range = "[0,*)", source = "Schulman et al. 2017, section 6.1") double entropyWeight,
            @Parameter(value = "greatest length of a minibatch's gradient; 0: no bound", byDefault = "0.5", range = "[0,*)") double gradientBound,
            @Parameter(value = "takes the most probable action where it need not explore, instead of drawing one", byDefault = "true") boolean greedy) {
        public Config {
            hidden = List.copyOf(hidden);
        }
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "ppo", summary = "Proximal policy optimisation with the clipped objective, for discrete and real actions.",
            source = "Schulman et al. 2017, arXiv:1707.06347")
    public static final class Factory implements LearnerFactory<Config, Ppo> {
        @Override
        public Ppo create(Config configuration, Signature signature, Context context) {
            return new Ppo(configuration, signature, context);
        }
    }

    private Ppo(Config config, Signature signature, Context context) {
        this.config = config;
        this.context = context;
        head = PolicyHead.of(signature);
        network = new ActorCriticNetwork(signature.input(), head.width(), new ActorCriticNetwork.Shape(config.hidden(), config.filters(), config.window(),
                config.shared(), Unit.RELU, Unit.TANH), context);
        network.scalePolicy(FIRST_POLICY);
        rollout = new Rollout(network, head);
        loss = new ClippedSurrogate(head, config.clip(), config.valueWeight(), config.entropyWeight());
        step = new PpoStep(network.layers(), head, config.rate(), config.gradientBound());
        order = context.random("minibatches");
    }

    @Override
    public int horizon() {
        return config.horizon();
    }

    @Override
    public void learn(Transitions transitions) {
        rollout.read(transitions, config.discount(), config.lambda(), config.minibatch());
        int count = rollout.count();
        if (rows.length < count) {
            rows = new int[count];
        }
        network.room(Math.min(config.minibatch(), count));
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            for (int i = 0; i < count; i++) {
                rows[i] = i;
            }
            order.shuffle(rows, count);
            for (int from = 0; from < count; from += config.minibatch()) {
                improve(from, Math.min(config.minibatch(), count - from));
            }
        }
    }

    private void improve(int from, int count) {
        for (int i = 0; i < count; i++) {
            rollout.copyObservation(rows[from + i], network.rows(), i * network.observations().size());
        }
        float[] outputs = network.forward(count);
        loss.of(outputs, rollout, rows, from, count);
        network.layers().backward(loss.gradient());
        step.take();
        context.measure("policy-loss", loss.policyLoss());
        context.measure("value-loss", loss.valueLoss());
        context.measure("entropy", loss.entropy());
        context.measure("clipped", loss.clipped());
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        boolean exploring = mode == Mode.EXPLORE;
        return new ActorCriticPolicy(network, head, !exploring && config.greedy(), context.random(exploring ? "exploration" : "exploitation"));
    }

    @Override
    public long updates() {
        return step.taken();
    }

    @Override
    public void weights(BiConsumer<String, Tensor> to) {
        network.weights(to);
    }

    @Override
    public void activations(Tensor probe, BiConsumer<String, Tensor> to) {
        network.activations(probe, to);
    }

    @Override
    public void save(StateWriter out) {
        out.part("network", network);
        head.save(out.in("head"));
        out.part("optimiser", step);
    }

    @Override
    public void restore(StateReader in) {
        in.part("network", network);
        head.restore(in.in("head"));
        in.part("optimiser", step);
    }
}
