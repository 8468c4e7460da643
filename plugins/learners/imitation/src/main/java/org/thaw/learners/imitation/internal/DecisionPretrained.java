package org.thaw.learners.imitation.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.learner.LearnerFactory;

/**
 * A decision-pretrained transformer (Lee et al. 2023) for bandits: from an in-context data set D, the pulls so far, it predicts the optimal arm after every
 * number of pulls, {@code min −Σ_j log M_θ(a* | s, D_j)} (eq. 2). Drawing from what it predicts is then posterior sampling (theorem 1).
 *
 * <p>Unlike the paper, nobody tells it the optimum: the label is the arm that paid best over the whole window ({@link BestArm}), the same arm in all of its
 * steps, and pulls keep their order. Windows are best whole lives: arms that a teacher chose by what came before the window would give the answer away. The
 * tokens are those of {@link AlgorithmDistillation}, so that the two differ in what they predict and in nothing else.
 */
public final class DecisionPretrained extends SequenceImitator {
    /** Hyperparameters. Values without a source are ours. */
    public record Config(
            @Parameter(value = "layers of the transformer", byDefault = "4", range = "[1,*)", source = "Lee et al. 2023, published code") int layers,
            @Parameter(value = "numbers that stand for a step within it", byDefault = "64", range = "[1,*)") int width,
            @Parameter(value = "attention heads of a layer; they share the width evenly", byDefault = "4", range = "[1,*)",
                    source = "Lee et al. 2023, published code") int heads,
            @Parameter(value = "steps that a layer looks back on, the present one included; as many as a window of study has", byDefault = "128", range = "[1,*)") int context,
            @Parameter(value = "windows of a batch", byDefault = "32", range = "[1,*)") int batch,
            @Parameter(value = "learning rate of Adam; Lee et al. 2023 use 1e-4", byDefault = "0.0003", range = "(0,*)") double rate,
            @Parameter(value = "updates over which it rises to that", byDefault = "100", range = "[0,*)") long warmUp,
            @Parameter(value = "greatest length of a gradient; 0: no bound", byDefault = "1", range = "[0,*)") double gradientBound,
            @Parameter(value = "what rewards are multiplied by", byDefault = "1", range = "(0,*)") double rewardScale,
            @Parameter(value = "greatest size of a reward after that; 0: no bound", byDefault = "0", range = "[0,*)") double rewardLimit,
            @Parameter(value = "takes the most probable action where it need not explore, instead of drawing one", byDefault = "false",
                    source = "Lee et al. 2023, algorithm 1: drawn online") boolean greedy,
            @Parameter(value = "steps of all lanes that it lives between two updates from its own stream, where it is not frozen", byDefault = "64",
                    range = "[1,*)") int interval) {
        public Config {
            Models.checkHeads(width, heads);
        }
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "dpt", summary = "A transformer that predicts a bandit's best arm from the pulls so far.",
            source = "Lee et al. 2023, arXiv:2306.14892")
    public static final class Factory implements LearnerFactory<Config, DecisionPretrained> {
        @Override
        public DecisionPretrained create(Config configuration, Signature signature, Context context) {
            if (!(signature.input() instanceof Space.Categorical states) || states.count() != 1) {
                throw new IllegalArgumentException("dpt needs a bandit, with one numbered observation, not " + signature.input()
                        + ": what was optimal elsewhere cannot be told from a recording");
            }
            return new DecisionPretrained(configuration, signature, context,
                    new StepTokens("dpt", signature, new RewardScale(configuration.rewardScale(), configuration.rewardLimit())));
        }
    }

    private DecisionPretrained(Config config, Signature signature, Context context, StepTokens tokens) {
        super(signature, context, tokens, new BestArm(signature.choices()),
                Models.trained(Models.transformer(tokens.width(), config.width(), config.layers(), config.heads(), config.context(), signature.choices(), context),
                        new LearningRate(config.rate(), config.warmUp(), 0), config.gradientBound(), context),
                new Shape(config.context(), 1, config.batch(), config.interval(), config.greedy()));
    }
}
