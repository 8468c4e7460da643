package org.thaw.learners.bandits.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;
import org.thaw.toolkit.control.EpsilonGreedy;

/**
 * UCB1 (Auer, Cesa-Bianchi and Fischer 2002, figure 1): pull each arm once, then always the one with the greatest
 * {@code mean_j + √(2 ln n / n_j)}, n_j its pulls and n those of all. For rewards in [0, 1] its expected regret after n pulls is at most
 * {@code 8 Σ ln n / Δ_i + (1 + π²/3) Σ Δ_i} over the arms that are worse than the best, by Δ_i (theorem 1). Where older pulls count for less it is
 * discounted UCB with ξ = ½ (Garivier and Moulines 2011, eq. 2), for arms that change.
 *
 * <p>Exploiting means the best mean. The discount of later rewards does not matter: pulls change nothing but what is known.
 */
public final class Ucb1 implements Agent {
    private final Config config;
    private final Context context;
    private final Arms arms;

    /**
     * Hyperparameters.
     *
     * @param scale     greatest minus least reward
     * @param retention what is kept of a count at each later pull
     */
    public record Config(
            @Parameter(value = "the difference between the greatest and the least reward, by which the bonus is multiplied", byDefault = "1", range = "(0,*)",
                    source = "Auer, Cesa-Bianchi and Fischer 2002: rewards in [0, 1]") double scale,
            @Parameter(value = "what earlier pulls still count at each new one; 1: all count the same", byDefault = "1", range = "(0,1]",
                    source = "Auer, Cesa-Bianchi and Fischer 2002") double retention) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "ucb1", summary = "Pulls the arm with the greatest upper confidence bound on its mean; discounted if wanted.",
            source = "Auer, Cesa-Bianchi and Fischer 2002", state = Arms.STATE)
    public static final class Factory implements LearnerFactory<Config, Ucb1> {
        @Override
        public Ucb1 create(Config configuration, Signature signature, Context context) {
            return new Ucb1(configuration, signature, context);
        }
    }

    private Ucb1(Config config, Signature signature, Context context) {
        this.config = config;
        this.context = context;
        this.arms = new Arms("ucb1", signature, config.retention());
    }

    @Override
    public void learn(Transitions transitions) {
        arms.learn(transitions);
    }

    /** The upper confidence bounds; infinite for arms that were never pulled. */
    void bounds(Step step, double[] into) {
        int observation = step.state();
        double ln = StrictMath.log(Math.max(1, arms.allPulls(observation)));
        for (int arm = 0; arm < into.length; arm++) {
            double pulls = arms.pulls(observation, arm);
            into[arm] = pulls == 0 ? Double.POSITIVE_INFINITY : arms.mean(observation, arm) + config.scale() * Math.sqrt(2 * ln / pulls);
        }
    }

    private void means(Step step, double[] into) {
        for (int arm = 0; arm < into.length; arm++) {
            into[arm] = arms.mean(step.state(), arm);
        }
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return mode == Mode.EXPLORE ? EpsilonGreedy.greedy(this::bounds, arms.count(), context.random("exploration"))
                : EpsilonGreedy.greedy(this::means, arms.count(), context.random("exploitation"));
    }

    @Override
    public long updates() {
        return arms.updates();
    }

    @Override
    public void save(StateWriter out) {
        arms.save(out);
    }

    @Override
    public void restore(StateReader in) {
        arms.restore(in);
    }
}
