package org.thaw.learners.imitation.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Costed;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/**
 * RL² (Duan et al. 2016; Wang et al. 2016): a recurrent network that is trained by reinforcement learning over many lifetimes, so that what runs in its
 * activations within one lifetime is itself a learning algorithm. It reads observation, previous action, reward and where episodes begin and end
 * ({@link StepTokens}; Duan et al., section 2.2), its state goes on across episodes, and it maximises the reward of whole lifetimes ({@link Lifetimes}).
 * A fresh policy begins a lifetime: the protocol renews the context between lifetimes and leaves the knowledge.
 *
 * <p>Each call of {@link #learn} brings a stretch of every lane: a trial. After a number of calls it improves on all their trials by PPO ({@link TrialImprovement};
 * Duan et al. used TRPO, Wang et al. A2C), with gradients through the whole trial. A trial counts from an empty state: the horizon should be at least the steps
 * of a lifetime, which is then one trial. A longer one is learned in pieces, as if each began a lifetime, though acting carries the state on.
 */
public final class Rl2 implements Agent, Costed {
    private final Config config;
    private final Context context;
    private final int actions;
    private final int lanes;
    private final Encoding tokens;
    private final TrainedSequence trained;
    private final Trials trials;
    private final TrialImprovement improvement;
    private long gathered;

    /** Hyperparameters. Values without a source are ours. */
    public record Config(
            @Parameter(value = "units of the recurrent layer; Duan et al. 2016 use 256", byDefault = "64", range = "[1,*)") int units,
            @Parameter(value = "steps of a lifetime, after which each lane's is a trial", byDefault = "100", range = "[1,*)") int horizon,
            @Parameter(value = "lifetimes (of all lanes) that are gathered for one update", byDefault = "16", range = "[1,*)") int lifetimes,
            @Parameter(value = "passes over the trials of an update", byDefault = "4", range = "[1,*)") int epochs,
            @Parameter(value = "trials of a minibatch", byDefault = "16", range = "[1,*)") int minibatch,
            @Parameter(value = "learning rate of Adam", byDefault = "0.001", range = "(0,*)") double rate,
            @Parameter(value = LearningRate.DECAY, byDefault = "0", range = "[0,*)", source = LearningRate.DECAY_SOURCE) long decayFrom,
            @Parameter(value = "discount γ of later rewards", byDefault = "0.99", range = "[0,1]", source = "Duan et al. 2016") double discount,
            @Parameter(value = "decay λ of the advantage estimation", byDefault = "0.3", range = "[0,1]", source = "Duan et al. 2016") double lambda,
            @Parameter(value = "what would follow a trial counts with its estimated value; if not, a trial ends all", byDefault = "false") boolean bootstrap,
            @Parameter(value = "how far ε the ratio of probabilities may go from 1", byDefault = "0.2", range = "(0,1)", source = "Schulman et al. 2017") double clip,
            @Parameter(value = "weight c₁ of the squared error of the value", byDefault = "0.5", range = "[0,*)") double valueWeight,
            @Parameter(value = "weight c₂ of the entropy", byDefault = "0.01", range = "[0,*)") double entropyWeight,
            @Parameter(value = "greatest length of a gradient; 0: no bound", byDefault = "0.5", range = "[0,*)") double gradientBound,
            @Parameter(value = "what rewards are multiplied by before the network sees them; what it maximises is unscaled", byDefault = "1", range = "(0,*)") double rewardScale,
            @Parameter(value = "greatest size of a reward that the network sees, after scaling; 0: no bound", byDefault = "0", range = "[0,*)") double rewardLimit,
            @Parameter(value = "takes the most probable action where it need not explore, instead of drawing one", byDefault = "false") boolean greedy) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "rl2", summary = "RL²: a recurrent network, trained over many lifetimes to learn within one.",
            source = "Duan et al. 2016, arXiv:1611.02779; Wang et al. 2016, arXiv:1611.05763")
    public static final class Factory implements LearnerFactory<Config, Rl2> {
        @Override
        public Rl2 create(Config configuration, Signature signature, Context context) {
            return new Rl2(configuration, signature, context);
        }
    }

    private Rl2(Config config, Signature signature, Context context) {
        this.config = config;
        this.context = context;
        tokens = new StepTokens("rl2", signature, new RewardScale(config.rewardScale(), config.rewardLimit()));
        actions = signature.choices();
        lanes = signature.lanes();
        trained = Models.trained(Models.gru(tokens.width(), config.units(), 1, actions + 1, context), new LearningRate(config.rate(), 0, config.decayFrom()), config.gradientBound(), context);
        trials = new Trials(tokens, actions);
        improvement = new TrialImprovement(config, trained, new TrialBatch(tokens.width(), actions), actions, context);
    }

    @Override
    public int horizon() {
        return config.horizon();
    }

    @Override
    public void learn(Transitions transitions) {
        trials.add(transitions);
        gathered++;
        if (gathered % config.lifetimes() == 0) {
            improvement.on(trials);
            trials.clear();
        }
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        boolean exploring = mode == Mode.EXPLORE;
        ActionChoice choice = new ActionChoice(actions, config.greedy() && !exploring, context.random(exploring ? "exploration" : "exploitation"));
        return new SequencePolicy(trained.network(), tokens, lanes, (outputs, at, step, decision) -> {
            choice.decide(outputs, at, step, decision);
            decision.value(outputs[at + actions]);
        });
    }

    @Override
    public long flopsPerDecision() {
        return trained.network().flopsForward(1);
    }

    /** A minibatch of trials of {@code horizon} steps in one episode, with its share of the one pass over them that comes before all epochs. */
    @Override
    public long flopsPerUpdate() {
        long trials = Math.min(config.minibatch(), (long) config.lifetimes() * lanes);
        int tokens = config.horizon() + 1;
        return trials * (trained.network().flopsTraining(tokens) + trained.network().flopsSequence(tokens) / config.epochs());
    }

    /** Trials gathered count as updates, too. */
    @Override
    public long updates() {
        return gathered + trained.updates();
    }

    /** What is saved beside the parts. */
    record Progress(long gathered) {
    }

    @Override
    public void save(StateWriter out) {
        trained.save(out);
        out.record(StateKind.OPTIMISER, "gathered", new Progress(gathered));
        out.part("trials", trials);
    }

    @Override
    public void restore(StateReader in) {
        trained.restore(in);
        gathered = in.record("gathered", Progress.class).gathered();
        in.part("trials", trials);
    }
}
