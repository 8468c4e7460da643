package org.thaw.learners.imitation.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.learner.LearnerFactory;

/**
 * Algorithm Distillation (Laskin et al. 2022): a causal transformer reads learning histories across episodes and predicts in each step the action that the
 * learner took, {@code L(θ) = −Σ_n Σ_t log P_θ(A = a_t | h_{t−1}, o_t)} (eq. 4). What it thereby models is the learning; frozen, it acts on its own history
 * and improves in context, as far as the context goes. It draws from its distribution; {@code greedy} changes that where it need not explore.
 *
 * <p>The window should span several episodes, or there is no learning to be seen in it. Studied on the last part of lives only, where the teacher no longer
 * learns, this is the paper's expert distillation. With shuffled episodes it is the control: it can still read from its context what pays, but not that its
 * teacher had come to know it, so it stays at the mean of what the teacher did early and late.
 *
 * <p>Unlike the paper, a step is one token ({@link StepTokens}), and a layer looks back on the last {@code context} steps wherever they stand, so that a life
 * may be longer than any window.
 */
public final class AlgorithmDistillation extends SequenceImitator {
    /** Hyperparameters. Values without a source are ours. */
    public record Config(
            @Parameter(value = "layers of the transformer", byDefault = "4", range = "[1,*)") int layers,
            @Parameter(value = "numbers that stand for a step within it", byDefault = "64", range = "[1,*)") int width,
            @Parameter(value = "attention heads of a layer; they share the width evenly", byDefault = "4", range = "[1,*)") int heads,
            @Parameter(value = "steps that a layer looks back on, the present one included", byDefault = "128", range = "[1,*)") int context,
            @Parameter(value = "steps of a window of study; 0: as many as the context", byDefault = "0", range = "[0,*)") int window,
            @Parameter(value = "studies every n-th episode of a window only, which is as many times longer: the teacher's progress seems faster", byDefault = "1",
                    range = "[1,*)", source = "Laskin et al. 2022") int everyEpisode,
            @Parameter(value = "windows of a batch", byDefault = "32", range = "[1,*)") int batch,
            @Parameter(value = "learning rate of Adam", byDefault = "0.0003", range = "(0,*)") double rate,
            @Parameter(value = "updates over which it rises to that", byDefault = "100", range = "[0,*)") long warmUp,
            @Parameter(value = LearningRate.DECAY, byDefault = "0", range = "[0,*)", source = LearningRate.DECAY_SOURCE) long decayFrom,
            @Parameter(value = "greatest length of a gradient; 0: no bound", byDefault = "1", range = "[0,*)") double gradientBound,
            @Parameter(value = "what is to be predicted: actions, or distributions where the teacher recorded them", byDefault = "actions",
                    source = "Laskin et al. 2022, eq. 4") Recorded targets,
            @Parameter(value = "what rewards are multiplied by", byDefault = "1", range = "(0,*)") double rewardScale,
            @Parameter(value = "greatest size of a reward after that; 0: no bound", byDefault = "0", range = "[0,*)") double rewardLimit,
            @Parameter(value = "takes the most probable action where it need not explore, instead of drawing one", byDefault = "false",
                    source = "Laskin et al. 2022, algorithm 1") boolean greedy,
            @Parameter(value = "steps of all lanes that it lives between two updates from its own stream, where it is not frozen", byDefault = "64",
                    range = "[1,*)") int interval,
            @Parameter(value = Sight.FACTORS, byDefault = "[]") List<Integer> factors) {
        public Config {
            Models.checkHeads(width, heads);
            factors = List.copyOf(factors);
        }
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "algorithm-distillation", summary = "A causal transformer that imitates a learner from its life so far, across episodes.",
            source = "Laskin et al. 2022, arXiv:2210.14215")
    public static final class Factory implements LearnerFactory<Config, AlgorithmDistillation> {
        @Override
        public AlgorithmDistillation create(Config configuration, Signature signature, Context context) {
            return new AlgorithmDistillation(configuration, signature, context,
                    new StepTokens("algorithm-distillation", signature, new RewardScale(configuration.rewardScale(), configuration.rewardLimit()), configuration.factors()));
        }
    }

    private AlgorithmDistillation(Config config, Signature signature, Context context, StepTokens tokens) {
        super(signature, context, tokens, config.targets().targets(signature.choices()),
                Models.trained(Models.transformer(tokens.width(), config.width(), config.layers(), config.heads(), config.context(), signature.choices(), context),
                        new LearningRate(config.rate(), config.warmUp(), config.decayFrom()), config.gradientBound(), context),
                new Shape(config.window() == 0 ? config.context() : config.window(), config.everyEpisode(), config.batch(), config.interval(), config.greedy()));
    }
}
