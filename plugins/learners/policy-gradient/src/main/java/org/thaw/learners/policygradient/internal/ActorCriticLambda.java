package org.thaw.learners.policygradient.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/**
 * AC(λ), the one-step actor-critic with eligibility traces (Sutton and Barto 2018, section 13.5) with the network and hyperparameters of the MinAtar
 * baseline (Young and Tian 2019, section 4): fully online, no memory of experience. One network computes π and V from shared hidden layers, with SiLU
 * after the convolution and its derivative dSiLU after the fully connected layer (Elfwing, Uchibe and Doya 2018). For each transition s, a → r, s':
 * <pre>
 *   δ = r + γ d V(s') − V(s)                    d is the discount of the step s': 0 where the episode terminated; one that was cut off counts V(s')
 *   z ← γλ z + ∇[V(s) + ½ log(π(a|s) + 10⁻⁴)]   z = 0 when an episode begins
 *   g = δ z + β ∇H(π(·|s))
 *   θ ← θ + α g / √(v̂ + ε)                      v̂: running mean of g², its start corrected for: RMSprop
 * </pre>
 * The published code follows the same equations one step late, so that its entropy bonus is that of s' and its gradients in z are as old as one update;
 * here an update needs nothing but its own transition. Each lane has a trace of its own, and lanes are learned from one after the other.
 */
public final class ActorCriticLambda implements Agent, Inspectable {
    private static final double FLOOR = 1e-4;
    /** The share of the policy in what the traces accumulate. */
    private static final double ACTOR = 0.5;

    private final Config config;
    private final Context context;
    private final ActorCriticNetwork network;
    private final PolicyHead head;
    private final MaskedSoftmax softmax;
    private final TraceRmsProp traces;
    private final float[] outputGradient;

    /**
     * Hyperparameters.
     *
     * @param hidden       sizes of the fully connected hidden layers
     * @param filters      of the convolution before them, for pictures
     * @param window       of it
     * @param stepSize     α
     * @param discount     γ
     * @param lambda       λ
     * @param entropy      β
     * @param squareDecay  decay of the running mean of g²
     * @param squareOffset ε
     * @param greedy       whether it takes the most probable action when it need not explore
     */
    public record Config(
            @Parameter(value = "sizes of the fully connected hidden layers", byDefault = "[128]", range = "[1,*)",
                    source = "Young and Tian 2019") List<Integer> hidden,
            @Parameter(value = "filters of the convolution that pictures go through first", byDefault = "16", range = "[1,*)",
                    source = "Young and Tian 2019") int filters,
            @Parameter(value = "rows and columns of its window", byDefault = "3", range = "[1,*)", source = "Young and Tian 2019") int window,
            @Parameter(value = "step size α", byDefault = "0.00048828125", range = "(0,*)", source = "Young and Tian 2019: 2⁻¹¹") double stepSize,
            @Parameter(value = "discount γ of later rewards", byDefault = "0.99", range = "[0,1]", source = "Young and Tian 2019") double discount,
            @Parameter(value = "decay λ of the traces", byDefault = "0.8", range = "[0,1]", source = "Young and Tian 2019") double lambda,
            @Parameter(value = "weight β of the policy's entropy", byDefault = "0.01", range = "[0,*)", source = "Young and Tian 2019") double entropy,
            @Parameter(value = "decay of the running mean of squared gradients", byDefault = "0.999", range = "[0,1)",
                    source = "Young and Tian 2019") double squareDecay,
            @Parameter(value = "ε added to that mean", byDefault = "0.0001", range = "(0,*)", source = "Young and Tian 2019") double squareOffset,
            @Parameter(value = "takes the most probable action where it need not explore, instead of drawing one", byDefault = "false") boolean greedy) {
        public Config {
            hidden = List.copyOf(hidden);
        }
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "actor-critic-lambda", summary = "Online actor-critic with eligibility traces, AC(λ), over a neural network.",
            source = "Young and Tian 2019, section 4; Sutton and Barto 2018, section 13.5")
    public static final class Factory implements LearnerFactory<Config, ActorCriticLambda> {
        @Override
        public ActorCriticLambda create(Config configuration, Signature signature, Context context) {
            return new ActorCriticLambda(configuration, signature, context);
        }
    }

    private ActorCriticLambda(Config config, Signature signature, Context context) {
        if (!(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("actor-critic-lambda needs numbered actions, not " + signature.output());
        }
        this.config = config;
        this.context = context;
        network = new ActorCriticNetwork(signature.input(), signature.choices(), new ActorCriticNetwork.Shape(config.hidden(), config.filters(),
                config.window(), true, Unit.SILU, Unit.DSILU), context);
        head = new SoftmaxHead(signature.choices());
        softmax = new MaskedSoftmax(signature.choices(), FLOOR);
        traces = new TraceRmsProp(signature.lanes(), network.layers().parameters().length, config.stepSize(), config.squareDecay(), config.squareOffset());
        outputGradient = new float[network.width()];
    }

    @Override
    public void learn(Transitions transitions) {
        for (int t = 0; t < transitions.length(); t++) {
            for (int lane = 0; lane < transitions.lanes(); lane++) {
                learn(lane, transitions.from(lane, t), transitions.decision(lane, t), transitions.to(lane, t));
            }
        }
    }

    private void learn(int lane, Step from, Decision decision, Step to) {
        if (from.isFirst()) {
            traces.forget(lane);
        }
        double next = to.discount() == 0 ? 0 : network.value(network.forward(to.observation()), 0);
        float[] outputs = network.forward(from.observation());
        double delta = to.reward() + config.discount() * to.discount() * next - network.value(outputs, 0);
        softmax.of(outputs, 0, from.legal(), 0);

        Arrays.fill(outputGradient, 0f);
        softmax.addLogarithmGradient(decision.action().index(), ACTOR, outputGradient, 0);
        outputGradient[outputGradient.length - 1] = 1f;
        network.layers().backward(outputGradient);
        traces.accumulate(lane, config.discount() * config.lambda(), network.layers().gradient());

        Arrays.fill(outputGradient, 0f);
        softmax.addEntropyGradient(1, outputGradient, 0);
        network.layers().backward(outputGradient);
        traces.ascend(network.layers().parameters(), lane, delta, network.layers().gradient(), config.entropy());

        context.measure("td-error", Math.abs(delta));
        context.measure("entropy", softmax.entropy());
        if (to.isLast()) {
            traces.forget(lane);
        }
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        boolean exploring = mode == Mode.EXPLORE;
        return new ActorCriticPolicy(network, head, !exploring && config.greedy(), context.random(exploring ? "exploration" : "exploitation"));
    }

    @Override
    public long updates() {
        return traces.updates();
    }

    /** The trace of a lane. */
    float[] trace(int lane) {
        return traces.trace(lane);
    }

    /** The network. */
    ActorCriticNetwork network() {
        return network;
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
        out.part("optimiser", traces);
    }

    @Override
    public void restore(StateReader in) {
        in.part("network", network);
        in.part("optimiser", traces);
    }
}
