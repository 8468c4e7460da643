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
 * Tabular Dyna-Q (Sutton 1990; Sutton and Barto 2018, section 8.2): after each real transition a one-step Q-learning update, the transition goes into
 * the {@link Model}, and n times a pair that was tried is drawn and updated from the model as if it had just been lived.
 */
public final class DynaQ extends Planner {
    private final int planningSteps;
    private final RandomStream planning;

    /**
     * Hyperparameters.
     *
     * @param stepSize      α
     * @param discount      γ
     * @param planningSteps n
     * @param epsilon       probability of a random action at the start
     * @param finalEpsilon  that probability after the decay
     * @param decaySteps    number of transitions over which it goes linearly from the one to the other; 0 keeps the first
     * @param initialValue  what every entry of the table starts from
     */
    public record Config(
            @Parameter(value = "step size α", byDefault = "0.1", range = "(0,1]", source = "Sutton and Barto 2018, example 8.1") double stepSize,
            @Parameter(value = "discount γ of later rewards", byDefault = "0.95", range = "[0,1]", source = "Sutton and Barto 2018, example 8.1") double discount,
            @Parameter(value = "updates from the model after each step, n; 0: Q-learning", byDefault = "50", range = "[0,*)",
                    source = "Sutton and Barto 2018, figure 8.2") int planningSteps,
            @Parameter(value = "probability ε of a random action, at the start", byDefault = "0.1", range = "[0,1]",
                    source = "Sutton and Barto 2018, example 8.1") double epsilon,
            @Parameter(value = "ε after the decay", byDefault = "0.01", range = "[0,1]") double finalEpsilon,
            @Parameter(value = "transitions over which ε goes linearly to its final value; 0: ε stays as it is", byDefault = "0",
                    range = "[0,*)") long decaySteps,
            @Parameter(value = "value that every entry of the table starts from", byDefault = "0",
                    source = "Sutton and Barto 2018, example 8.1") double initialValue) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "dyna-q", summary = "Q-learning over a table, and planning with a learned deterministic model.",
            source = "Sutton and Barto 2018, section 8.2", state = QTable.WITH_MODEL, accepts = {QTable.STATE, QTable.WITH_TRACES, QTable.WITH_QUEUE})
    public static final class Factory implements LearnerFactory<Config, DynaQ> {
        @Override
        public DynaQ create(Config configuration, Signature signature, Context context) {
            return new DynaQ(configuration, signature, context);
        }
    }

    private DynaQ(Config c, Signature signature, Context context) {
        super("dyna-q", c.stepSize(), c.discount(), new Exploration(c.epsilon(), c.finalEpsilon(), c.decaySteps()), c.initialValue(), signature, context);
        planningSteps = c.planningSteps();
        planning = context.random("planning");
    }

    @Override
    void plan(int pair) {
        update(pair, 0);
        for (int n = 0; n < planningSteps; n++) {
            update(model.randomTried(planning), 0);
        }
    }
}
