package org.thaw.learners.dyna.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.control.Exploration;
import org.thaw.toolkit.control.QTable;

/**
 * Dyna-Q+ (Sutton 1990; Sutton and Barto 2018, section 8.3), for worlds that change: {@linkplain DynaQ Dyna-Q} with two differences. In planning, a
 * pair that was not tried for τ steps is imagined to earn {@code r + κ √τ}. And actions that were never tried in a state are planned with, too: they
 * are imagined to lead back to that state with reward 0, and count as untried since the beginning.
 */
public final class DynaQPlus extends Planner {
    private final int planningSteps;
    private final double kappa;
    private final RandomStream planning;

    /**
     * Hyperparameters.
     *
     * @param stepSize      α
     * @param discount      γ
     * @param planningSteps n
     * @param kappa         κ
     * @param epsilon       probability of a random action at the start
     * @param finalEpsilon  that probability after the decay
     * @param decaySteps    number of transitions over which it goes linearly from the one to the other; 0 keeps the first
     * @param initialValue  what every entry of the table starts from
     */
    public record Config(
            @Parameter(value = "step size α", byDefault = "0.1", range = "(0,1]", source = "Sutton and Barto 2018, example 8.1") double stepSize,
            @Parameter(value = "discount γ of later rewards", byDefault = "0.95", range = "[0,1]", source = "Sutton and Barto 2018, example 8.1") double discount,
            @Parameter(value = "updates from the model after each step, n", byDefault = "50", range = "[0,*)",
                    source = "Sutton and Barto 2018, figure 8.2") int planningSteps,
            @Parameter(value = "κ: how much a pair that was not tried for τ steps is thought to be worth trying, κ √τ", byDefault = "0.001",
                    range = "[0,*)") double kappa,
            @Parameter(value = "probability ε of a random action, at the start", byDefault = "0.1", range = "[0,1]",
                    source = "Sutton and Barto 2018, example 8.1") double epsilon,
            @Parameter(value = "ε after the decay", byDefault = "0.01", range = "[0,1]") double finalEpsilon,
            @Parameter(value = "transitions over which ε goes linearly to its final value; 0: ε stays as it is", byDefault = "0",
                    range = "[0,*)") long decaySteps,
            @Parameter(value = "value that every entry of the table starts from", byDefault = "0",
                    source = "Sutton and Barto 2018, example 8.1") double initialValue) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "dyna-q-plus", summary = "Dyna-Q with a bonus, in planning, for what was long not tried: for worlds that change.",
            source = "Sutton and Barto 2018, section 8.3", state = QTable.WITH_MODEL, accepts = {QTable.STATE, QTable.WITH_TRACES, QTable.WITH_QUEUE})
    public static final class Factory implements LearnerFactory<Config, DynaQPlus> {
        @Override
        public DynaQPlus create(Config configuration, Signature signature, Context context) {
            return new DynaQPlus(configuration, signature, context);
        }
    }

    private DynaQPlus(Config c, Signature signature, Context context) {
        super("dyna-q-plus", c.stepSize(), c.discount(), new Exploration(c.epsilon(), c.finalEpsilon(), c.decaySteps()), c.initialValue(), signature, context);
        planningSteps = c.planningSteps();
        kappa = c.kappa();
        planning = context.random("planning");
    }

    @Override
    void plan(int pair) {
        update(pair, 0);
        for (int n = 0; n < planningSteps; n++) {
            int imagined = model.randomLegal(planning);
            update(imagined, kappa * Math.sqrt(updates() - model.tried(imagined)));
        }
    }
}
