package org.thaw.environments.bandits.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/** Arms that pay 1 with a probability of their own, their mean, and 0 otherwise. Drawn means are uniform in [0, 1]; walks are reflected there. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "bernoulli-bandit", summary = "Arms that pay 1 or 0; means given or drawn, drifting if wanted",
        source = "Lai, Robbins: Asymptotically efficient adaptive allocation rules. Advances in Applied Mathematics 6, 1985")
public final class BernoulliBandit implements EnvironmentFactory<BernoulliBandit.Config, World> {
    /** The arms and what becomes of them. */
    public record Config(
            @Parameter(value = "each arm's probability to pay; empty: drawn by the run's seed, uniformly", byDefault = "[]", range = "[0,1]") List<Double> means,
            @Parameter(value = "number of arms, where they are drawn", byDefault = "10", range = "[1,*)") int arms,
            @Parameter(value = "which draw: another key, other means of the same run", byDefault = "0") long key,
            @Parameter(value = "standard deviation of the step that every mean takes after each pull", byDefault = "0", range = "[0,*)") double drift,
            @Parameter(value = "pulls after which all means are drawn anew, or, if given, dealt out anew; 0: never", byDefault = "0", range = "[0,*)") long redrawEvery,
            @Parameter(value = "pulls in an episode; 0: a life without end, to be measured in steps", byDefault = "0", range = "[0,*)") int horizon) {
        public Config {
            means = List.copyOf(means);
            for (double mean : means) {
                Course.require(mean >= 0 && mean <= 1, "means", mean, "probabilities from 0 to 1");
            }
            new Course(means, arms, key, drift, redrawEvery, horizon);
        }

        Course course() {
            return new Course(means, arms, key, drift, redrawEvery, horizon);
        }
    }

    /** The family of arms. */
    static final class Coins implements Arms {
        @Override
        public double draw(RandomStream random) {
            return random.nextDouble();
        }

        @Override
        public double bounded(double mean) {
            double rest = Math.abs(mean) % 2;
            return rest > 1 ? 2 - rest : rest;
        }

        @Override
        public double pay(double mean, RandomStream random) {
            return random.nextDouble() < mean ? 1 : 0;
        }
    }

    @Override
    public World create(Config configuration, Context context) {
        return new Bandit(new Coins(), configuration.course(), context);
    }
}
