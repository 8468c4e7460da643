package org.thaw.environments.bandits.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/** Arms with normally distributed rewards about a mean of their own. By default the ten-armed testbed of Sutton and Barto: means are standard normal. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "gaussian-bandit", summary = "Arms with normally distributed rewards; means given or drawn, drifting if wanted",
        source = "Sutton, Barto: Reinforcement learning: an introduction. 2nd edition, 2018, section 2.3")
public final class GaussianBandit implements EnvironmentFactory<GaussianBandit.Config, World> {
    /** The arms and what becomes of them. */
    public record Config(
            @Parameter(value = "each arm's mean reward; empty: drawn by the run's seed, standard normal", byDefault = "[]") List<Double> means,
            @Parameter(value = "number of arms, where they are drawn", byDefault = "10", range = "[1,*)", source = "Sutton and Barto 2018") int arms,
            @Parameter(value = "which draw: another key, other means of the same run", byDefault = "0") long key,
            @Parameter(value = "standard deviation of a reward about its mean", byDefault = "1", range = "[0,*)", source = "Sutton and Barto 2018") double deviation,
            @Parameter(value = "standard deviation of the step that every mean takes after each pull; 0.01 in exercise 2.5 of Sutton and Barto", byDefault = "0",
                    range = "[0,*)") double drift,
            @Parameter(value = "pulls after which all means are drawn anew, or, if given, dealt out anew; 0: never", byDefault = "0", range = "[0,*)") long redrawEvery,
            @Parameter(value = "pulls in an episode; 0: a life without end, to be measured in steps", byDefault = "0", range = "[0,*)") int horizon) {
        public Config {
            means = List.copyOf(means);
            Course.require(deviation >= 0 && !Double.isInfinite(deviation), "deviation", deviation, "a finite number from 0");
            new Course(means, arms, key, drift, redrawEvery, horizon);
        }

        Course course() {
            return new Course(means, arms, key, drift, redrawEvery, horizon);
        }
    }

    /** The family of arms. */
    record Normals(double deviation) implements Arms {
        @Override
        public double draw(RandomStream random) {
            return random.nextGaussian();
        }

        @Override
        public double bounded(double mean) {
            return mean;
        }

        @Override
        public double pay(double mean, RandomStream random) {
            return mean + deviation * random.nextGaussian();
        }
    }

    @Override
    public World create(Config configuration, Context context) {
        return new Bandit(new Normals(configuration.deviation()), configuration.course(), context);
    }
}
