package org.thaw.learners.bandits.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;
import org.thaw.toolkit.control.ActionValues;
import org.thaw.toolkit.control.EpsilonGreedy;

/**
 * Thompson sampling (Thompson 1933): draw a mean for each arm from what is believed of it, pull the arm whose draw is best. With n pulls that paid S
 * in all, the belief is
 *
 * <pre>
 * bernoulli   Beta(a + S, b + n − S)                                           (Agrawal and Goyal 2012, algorithm 1, with a = b = 1)
 * gaussian    Normal((μ₀/σ₀² + S/σ²) v, v),  1/v = 1/σ₀² + n/σ²                 (Agrawal and Goyal 2013, algorithm 2, with μ₀ = 0, σ₀ = σ = 1)
 * </pre>
 *
 * Rewards between 0 and 1 count in part as success, in part as failure. Where older pulls count for less it forgets, for arms that change (Raj and
 * Kalyani 2017). Exploiting means the best expected mean.
 */
public final class Thompson implements Agent {
    private final Config config;
    private final Context context;
    private final Arms arms;
    private final RandomStream beliefs;

    /** What rewards are taken for. */
    public enum Rewards {
        /** 0 or 1, or between. */ BERNOULLI,
        /** Normally distributed about the mean. */ GAUSSIAN
    }

    /**
     * Hyperparameters.
     *
     * @param rewards        what rewards are taken for
     * @param successes      a of the prior, for Bernoulli rewards
     * @param failures       b of the prior, for Bernoulli rewards
     * @param priorMean      μ₀, for Gaussian rewards
     * @param priorDeviation σ₀, for Gaussian rewards
     * @param deviation      σ, for Gaussian rewards
     * @param retention      what is kept of a count at each later pull
     */
    public record Config(
            @Parameter(value = "what rewards are taken for: bernoulli, from 0 to 1, or gaussian", byDefault = "bernoulli") Rewards rewards,
            @Parameter(value = "successes a that the prior counts, for bernoulli", byDefault = "1", range = "(0,*)",
                    source = "Agrawal and Goyal 2012") double successes,
            @Parameter(value = "failures b that the prior counts, for bernoulli", byDefault = "1", range = "(0,*)",
                    source = "Agrawal and Goyal 2012") double failures,
            @Parameter(value = "mean μ₀ of the prior, for gaussian", byDefault = "0", source = "Agrawal and Goyal 2013") double priorMean,
            @Parameter(value = "standard deviation σ₀ of the prior, for gaussian", byDefault = "1", range = "(0,*)",
                    source = "Agrawal and Goyal 2013") double priorDeviation,
            @Parameter(value = "standard deviation σ of a reward about its mean, for gaussian", byDefault = "1", range = "(0,*)",
                    source = "Agrawal and Goyal 2013") double deviation,
            @Parameter(value = "what earlier pulls still count at each new one; 1: all count the same", byDefault = "1", range = "(0,1]",
                    source = "Agrawal and Goyal 2012") double retention) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "thompson", summary = "Pulls the arm that is best in a draw from what is believed of each; forgets if wanted.",
            source = "Thompson 1933; Agrawal and Goyal 2012 and 2013", state = Arms.STATE)
    public static final class Factory implements LearnerFactory<Config, Thompson> {
        @Override
        public Thompson create(Config configuration, Signature signature, Context context) {
            return new Thompson(configuration, signature, context);
        }
    }

    private Thompson(Config config, Signature signature, Context context) {
        this.config = config;
        this.context = context;
        this.arms = new Arms("thompson", signature, config.retention());
        this.beliefs = context.random("beliefs");
    }

    @Override
    public void learn(Transitions transitions) {
        if (config.rewards() == Rewards.BERNOULLI) {
            check(transitions);
        }
        arms.learn(transitions);
    }

    private static void check(Transitions transitions) {
        for (int t = 0; t < transitions.length(); t++) {
            for (int lane = 0; lane < transitions.lanes(); lane++) {
                double reward = transitions.to(lane, t).reward();
                if (!(reward >= 0 && reward <= 1)) {
                    throw new IllegalArgumentException("thompson: a reward of " + reward + " is no success or failure: expected 0 to 1, or rewards=gaussian");
                }
            }
        }
    }

    private void draw(Step step, double[] into) {
        for (int arm = 0; arm < into.length; arm++) {
            into[arm] = config.rewards() == Rewards.BERNOULLI
                    ? Gamma.beta(successes(step.state(), arm), failures(step.state(), arm), beliefs)
                    : mean(step.state(), arm) + Math.sqrt(variance(step.state(), arm)) * beliefs.nextGaussian();
        }
    }

    private void means(Step step, double[] into) {
        for (int arm = 0; arm < into.length; arm++) {
            into[arm] = expected(step.state(), arm);
        }
    }

    /** What is expected of an arm. */
    double expected(int observation, int arm) {
        if (config.rewards() == Rewards.GAUSSIAN) {
            return mean(observation, arm);
        }
        double successes = successes(observation, arm);
        return successes / (successes + failures(observation, arm));
    }

    private double successes(int observation, int arm) {
        return config.successes() + arms.paid(observation, arm);
    }

    private double failures(int observation, int arm) {
        // rounding must not take it below the prior
        return config.failures() + Math.max(0, arms.pulls(observation, arm) - arms.paid(observation, arm));
    }

    /** Of a Gaussian belief. */
    double variance(int observation, int arm) {
        return 1 / (1 / square(config.priorDeviation()) + arms.pulls(observation, arm) / square(config.deviation()));
    }

    private double mean(int observation, int arm) {
        return variance(observation, arm)
                * (config.priorMean() / square(config.priorDeviation()) + arms.paid(observation, arm) / square(config.deviation()));
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        ActionValues values = mode == Mode.EXPLORE ? this::draw : this::means;
        return EpsilonGreedy.greedy(values, arms.count(), context.random(mode == Mode.EXPLORE ? "exploration" : "exploitation"));
    }

    @Override
    public long updates() {
        return arms.updates();
    }

    @Override
    public void save(StateWriter out) {
        arms.save(out);
    }

    /** @throws IllegalArgumentException if rewards are taken for successes and failures, and the saved ones were none */
    @Override
    public void restore(StateReader in) {
        arms.restore(in);
        if (config.rewards() == Rewards.BERNOULLI && !arms.paidShares()) {
            throw new IllegalArgumentException("thompson: the saved arms paid less than 0 or more than 1 for a pull: expected rewards from 0 to 1, or rewards=gaussian");
        }
    }
}
