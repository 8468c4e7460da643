package org.thaw.environments.streams.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/**
 * Slowly-changing regression: inputs of 20 bits, of which the first 15 are redrawn, all together, only every 10,000 examples, and the last 5 at each. The
 * target is what a fixed network of 100 linear threshold units answers, its weights ±1: unit u is on where Σ wᵢ xᵢ + w₂₀ exceeds its threshold (m + 1) β − Sᵤ, where Sᵤ is
 * the number of its negative input weights plus half its bias weight; the answer is Σ vᵤ over the units that are on, plus a bias of ±1. The learner's inputs hold no bias.
 * A learner of five hidden units has to go on tracking, and ordinary backpropagation loses the ability.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "slowly-changing-regression", summary = "Regression onto a fixed network, of inputs that change slowly: does a learner stay plastic?",
        source = "Dohare, Hernandez-Garcia, Lan, Rahman, Mahmood, Sutton: Loss of plasticity in deep continual learning. Nature 632, 2024")
public final class SlowlyChangingRegression implements EnvironmentFactory<SlowlyChangingRegression.Config, TaskStream> {
    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "length of the stream", byDefault = "1000000", range = "[1,*)") int examples,
            @Parameter(value = "examples that test", byDefault = "1000", range = "[1,*)") int testExamples,
            @Parameter(value = "input bits m", byDefault = "20", range = "[1,63]", source = "Dohare et al. 2024") int bits,
            @Parameter(value = "slow bits f", byDefault = "15", range = "[0,*)", source = "Dohare et al. 2024") int slowBits,
            @Parameter(value = "examples T for which the slow bits stay", byDefault = "10000", range = "[1,*)", source = "Dohare et al. 2024") int period,
            @Parameter(value = "units of the network behind the targets", byDefault = "100", range = "[1,*)", source = "Dohare et al. 2024") int units,
            @Parameter(value = "threshold β, as a share of a unit's inputs", byDefault = "0.7", range = "[0,1]", source = "Dohare et al. 2024") double beta) {
        public Config {
            if (slowBits > bits) {
                throw new IllegalArgumentException("slowBits " + slowBits + ": there are only " + bits + " bits");
            }
        }
    }

    @Override
    public TaskStream create(Config configuration, Context context) {
        RandomStream keys = context.random("bits", 0);
        return new BitStream(configuration, ThresholdNetwork.drawn(configuration, context.random("network", 0)), keys.nextLong(), keys.nextLong());
    }
}
