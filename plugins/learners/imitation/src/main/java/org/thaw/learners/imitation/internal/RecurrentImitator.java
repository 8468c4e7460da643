package org.thaw.learners.imitation.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.learner.LearnerFactory;

/**
 * {@link AlgorithmDistillation} with gated recurrent units (Cho et al. 2014) in the transformer's place: what it keeps of a life is a state of fixed size that
 * is carried on and on, not a list of its last steps. Studied from an empty state at the beginning of each window.
 */
public final class RecurrentImitator extends SequenceImitator {
    /** Hyperparameters. The values are ours. */
    public record Config(
            @Parameter(value = "recurrent layers", byDefault = "1", range = "[1,*)") int layers,
            @Parameter(value = "units of each: by default about as many parameters as algorithm-distillation has", byDefault = "192", range = "[1,*)") int units,
            @Parameter(value = "steps of a window of study", byDefault = "128", range = "[1,*)") int window,
            @Parameter(value = "studies every n-th episode of a window only, which is as many times longer: the teacher's progress seems faster", byDefault = "1",
                    range = "[1,*)", source = "Laskin et al. 2022") int everyEpisode,
            @Parameter(value = "windows of a batch", byDefault = "32", range = "[1,*)") int batch,
            @Parameter(value = "learning rate of Adam", byDefault = "0.001", range = "(0,*)", source = "Kingma and Ba 2015") double rate,
            @Parameter(value = "updates over which it rises to that", byDefault = "100", range = "[0,*)") long warmUp,
            @Parameter(value = LearningRate.DECAY, byDefault = "0", range = "[0,*)", source = LearningRate.DECAY_SOURCE) long decayFrom,
            @Parameter(value = "greatest length of a gradient; 0: no bound", byDefault = "1", range = "[0,*)") double gradientBound,
            @Parameter(value = "what is to be predicted: actions, or distributions where the teacher recorded them", byDefault = "actions") Recorded targets,
            @Parameter(value = "what rewards are multiplied by", byDefault = "1", range = "(0,*)") double rewardScale,
            @Parameter(value = "greatest size of a reward after that; 0: no bound", byDefault = "0", range = "[0,*)") double rewardLimit,
            @Parameter(value = "takes the most probable action where it need not explore, instead of drawing one", byDefault = "false") boolean greedy,
            @Parameter(value = "steps of all lanes that it lives between two updates from its own stream, where it is not frozen", byDefault = "64",
                    range = "[1,*)") int interval,
            @Parameter(value = Sight.FACTORS, byDefault = "[]") List<Integer> factors) {
        public Config {
            factors = List.copyOf(factors);
        }
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "recurrent-imitator", summary = "A recurrent network that imitates a learner from its life so far, across episodes.",
            source = "Laskin et al. 2022, arXiv:2210.14215; Cho et al. 2014, arXiv:1406.1078")
    public static final class Factory implements LearnerFactory<Config, RecurrentImitator> {
        @Override
        public RecurrentImitator create(Config configuration, Signature signature, Context context) {
            return new RecurrentImitator(configuration, signature, context,
                    new StepTokens("recurrent-imitator", signature, new RewardScale(configuration.rewardScale(), configuration.rewardLimit()), configuration.factors()));
        }
    }

    private RecurrentImitator(Config config, Signature signature, Context context, StepTokens tokens) {
        super(signature, context, tokens, config.targets().targets(signature.choices()),
                Models.trained(Models.gru(tokens.width(), config.units(), config.layers(), signature.choices(), context), new LearningRate(config.rate(), config.warmUp(), config.decayFrom()),
                        config.gradientBound(), context),
                new Shape(config.window(), config.everyEpisode(), config.batch(), config.interval(), config.greedy()));
    }
}
