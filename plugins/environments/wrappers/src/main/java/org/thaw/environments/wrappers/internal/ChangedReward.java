package org.thaw.environments.wrappers.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Spec;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** A world that pays by another rule: a reward r becomes scale · f(r) + shift, where f drops gains or losses and takes the sign, if asked to. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "changed-reward", summary = "A world with its rewards scaled, negated, shifted, reduced to their sign, or partly dropped",
        source = "the sign: Mnih et al.: Playing Atari with deep reinforcement learning. arXiv:1312.5602, 2013")
public final class ChangedReward implements EnvironmentFactory<ChangedReward.Config, World> {
    /** Which world and which rule. */
    public record Config(
            @Parameter("the world that pays otherwise") Spec of,
            @Parameter(value = "what rewards are multiplied by; -1 makes gains of losses", byDefault = "1") double scale,
            @Parameter(value = "what is added to the reward of each step, after scaling", byDefault = "0") double shift,
            @Parameter(value = "take the sign of rewards alone: −1, 0 or 1, before scaling", byDefault = "false", source = "Mnih et al. 2013") boolean sign,
            @Parameter(value = "which rewards count as 0, before scaling: none, gains (above 0) or losses (below 0)", byDefault = "none") Dropped zeroFor) {
        public Config {
            finite("scale", scale);
            finite("shift", shift);
        }

        private static void finite(String name, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + ": " + value + ", expected a finite number");
            }
        }

        double rule(double reward) {
            if (zeroFor == Dropped.GAINS && reward > 0 || zeroFor == Dropped.LOSSES && reward < 0) {
                return shift;
            }
            // adding 0 makes 0 of −0
            return scale * (sign ? Math.signum(reward) : reward) + shift;
        }
    }

    /** Rewards that count as 0. */
    public enum Dropped {
        /** None. */ NONE,
        /** Those above 0. */ GAINS,
        /** Those below 0. */ LOSSES
    }

    @Override
    public World create(Config configuration, Context context) {
        return Inner.wrapped(context, configuration.of(), inner -> new Repaid(inner, configuration));
    }

    static final class Repaid extends Wrapper {
        private final Config config;

        Repaid(Inner inner, Config config) {
            super(inner);
            this.config = config;
        }

        @Override
        public void step(Action action, StepBuffer out) {
            inner.step(action, out);
            out.reward(config.rule(out.reward()));
        }
    }
}
