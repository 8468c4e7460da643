package org.thaw.learners.tabular.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.control.Exploration;

/**
 * Linear TD control: semi-gradient {@linkplain SarsaLambda Sarsa(λ)} over features of the observation (Sutton and Barto 2018, sections 10.1 and 12.7).
 * Real observations are tile coded, or taken as they are; numbered ones have a feature each. With tile coding the step size is shared by the
 * tilings, so that at α = 1 one update would learn a target outright.
 */
public final class LinearSarsa {
    private LinearSarsa() {
    }

    /** What a real observation is turned into. */
    public enum Kind {
        /** {@link TileCoding}. */ TILES,
        /** {@link Raw}. */ RAW
    }

    /**
     * Hyperparameters.
     *
     * @param stepSize     α
     * @param discount     γ
     * @param lambda       λ
     * @param traces       how traces grow
     * @param epsilon      probability of a random action at the start
     * @param finalEpsilon that probability after the decay
     * @param decaySteps   number of transitions over which it goes linearly from the one to the other; 0 keeps the first
     * @param features     of real observations
     * @param tilings      number of grids
     * @param tiles        of each grid in each dimension
     * @param low          least values of the observation's numbers
     * @param high         greatest values
     * @param memory       greatest number of features
     */
    public record Config(
            @Parameter(value = "step size α; with tile coding it is divided by the number of tilings", byDefault = "0.5", range = "(0,*)",
                    source = "Sutton and Barto 2018, figure 10.2: 0.5/8") double stepSize,
            @Parameter(value = "discount γ of later rewards", byDefault = "0.99", range = "[0,1]") double discount,
            @Parameter(value = "decay λ of the traces; 0: one-step Sarsa", byDefault = "0.9", range = "[0,1]",
                    source = "Sutton and Barto 2018, figure 12.10") double lambda,
            @Parameter(value = "how traces grow; dutch is true online Sarsa(λ)", byDefault = "dutch",
                    source = "van Seijen et al. 2016; Sutton and Barto 2018, figure 12.11") SarsaLambda.Trace traces,
            @Parameter(value = "probability ε of a random action, at the start", byDefault = "0.1", range = "[0,1]") double epsilon,
            @Parameter(value = "ε after the decay", byDefault = "0.01", range = "[0,1]") double finalEpsilon,
            @Parameter(value = "transitions over which ε goes linearly to its final value; 0: ε stays as it is", byDefault = "0",
                    range = "[0,*)") long decaySteps,
            @Parameter(value = "features of real observations: tiles, or raw numbers with a constant", byDefault = "tiles") Kind features,
            @Parameter(value = "how many grids lie over the observations", byDefault = "8", range = "[1,*)",
                    source = "Sutton and Barto 2018, example 10.1") int tilings,
            @Parameter(value = "how many tiles each grid has in each dimension", byDefault = "8", range = "[1,*)",
                    source = "Sutton and Barto 2018, example 10.1") int tiles,
            @Parameter(value = "the least value of each number of the observation; empty: as the world declares", byDefault = "[]") List<Double> low,
            @Parameter(value = "the greatest value of each number of the observation; empty: as the world declares", byDefault = "[]") List<Double> high,
            @Parameter(value = "how many features there may be; tiles beyond that are hashed", byDefault = "65536", range = "[1,*)") int memory) {
        public Config {
            low = List.copyOf(low);
            high = List.copyOf(high);
            if (low.size() != high.size()) {
                throw new IllegalArgumentException("low has " + low.size() + " values, high " + high.size() + ": expected as many of both");
            }
        }
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "linear-sarsa",
            summary = "Linear TD control: Sarsa(λ) over tile coded or raw observations, or a feature for each numbered one.",
            source = "Sutton and Barto 2018, sections 10.1 and 12.7", state = "linear-action-values:1")
    public static final class Factory implements LearnerFactory<Config, SarsaLambda> {
        @Override
        public SarsaLambda create(Config c, Signature signature, Context context) {
            if (!(signature.output() instanceof Space.Categorical)) {
                throw new IllegalArgumentException("linear-sarsa needs numbered actions, not " + signature.output());
            }
            boolean tiled = signature.input() instanceof Space.Real && c.features() == Kind.TILES;
            Exploration exploration = new Exploration(c.epsilon(), c.finalEpsilon(), c.decaySteps());
            double stepSize = tiled ? c.stepSize() / c.tilings() : c.stepSize();
            return new SarsaLambda(new SarsaLambda.Rule(stepSize, c.discount(), c.lambda(), c.traces(), exploration, 0),
                    features(c, signature.input()), signature, context);
        }

        private static Features features(Config c, Space observations) {
            if (observations instanceof Space.Real real) {
                return c.features() == Kind.TILES ? new TileCoding(real, c.low(), c.high(), c.tilings(), c.tiles(), c.memory()) : new Raw(real);
            }
            return new OneHot(((Space.Categorical) observations).count());
        }
    }
}
