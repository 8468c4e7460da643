package org.thaw.learners.tabular.internal;

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
import org.thaw.toolkit.control.Exploration;
import org.thaw.toolkit.control.QTable;

/**
 * One-step Q-learning over a table (Watkins 1989; Watkins and Dayan 1992, eq. 1; Sutton and Barto 2018, eq. 6.8):
 * {@code Q(s, a) ← Q(s, a) + α [r + γ d max Q(s', a') − Q(s, a)]}, the maximum over the legal actions a', and d the discount of the step s',
 * 0 where the episode terminated; an episode that was cut off still counts what would have followed. It explores ε-greedily, with ties
 * broken at random.
 */
public final class TabularQ implements Agent {
    private final Config config;
    private final Context context;
    private final QTable table;
    private final Exploration exploration;
    private long updates;

    /**
     * Hyperparameters.
     *
     * @param stepSize     α
     * @param discount     γ
     * @param epsilon      probability of a random action at the start
     * @param finalEpsilon that probability after the decay
     * @param decaySteps   number of transitions over which it goes linearly from the one to the other; 0 keeps the first
     * @param initialValue what every entry of the table starts from
     */
    public record Config(
            @Parameter(value = "step size α", byDefault = "0.1", range = "(0,1]", source = "Sutton and Barto 2018, example 6.6") double stepSize,
            @Parameter(value = "discount γ of later rewards", byDefault = "0.99", range = "[0,1]") double discount,
            @Parameter(value = "probability ε of a random action, at the start", byDefault = "0.1", range = "[0,1]",
                    source = "Sutton and Barto 2018, example 6.6") double epsilon,
            @Parameter(value = "ε after the decay", byDefault = "0.01", range = "[0,1]") double finalEpsilon,
            @Parameter(value = "transitions over which ε goes linearly to its final value; 0: ε stays as it is", byDefault = "0",
                    range = "[0,*)") long decaySteps,
            @Parameter(value = "value that every entry of the table starts from; above what can be earned it drives exploration",
                    byDefault = "0") double initialValue) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "tabular-q", summary = "One-step Q-learning over a table, for numbered observations and actions.",
            source = "Watkins and Dayan 1992; Sutton and Barto 2018, section 6.5", state = QTable.STATE,
            accepts = {QTable.WITH_TRACES, QTable.WITH_MODEL, QTable.WITH_QUEUE})
    public static final class Factory implements LearnerFactory<Config, TabularQ> {
        @Override
        public TabularQ create(Config configuration, Signature signature, Context context) {
            return new TabularQ(configuration, signature, context);
        }
    }

    private TabularQ(Config config, Signature signature, Context context) {
        this.config = config;
        this.context = context;
        this.table = new QTable("tabular-q", signature, config.initialValue());
        this.exploration = new Exploration(config.epsilon(), config.finalEpsilon(), config.decaySteps());
    }

    @Override
    public void learn(Transitions transitions) {
        for (int t = 0; t < transitions.length(); t++) {
            for (int lane = 0; lane < transitions.lanes(); lane++) {
                update(transitions.from(lane, t).state(), transitions.decision(lane, t).action().index(), transitions.to(lane, t));
            }
        }
    }

    private void update(int state, int action, Step next) {
        int entry = table.entry(state, action);
        double error = next.reward() + config.discount() * next.discount() * table.best(next) - table.value(entry);
        table.add(entry, config.stepSize() * error);
        updates++;
        context.measure("td-error", Math.abs(error));
    }

    /** Q(s, a). */
    double value(int state, int action) {
        return table.value(table.entry(state, action));
    }

    /** ε now. */
    double epsilon() {
        return exploration.at(updates);
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        // streams of their own: how often a learner is evaluated must not change how it explores
        return mode == Mode.EXPLORE ? new EpsilonGreedy(table, table.actions(), this::epsilon, context.random("exploration"))
                : EpsilonGreedy.greedy(table, table.actions(), context.random("exploitation"));
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        table.save(out, updates);
    }

    @Override
    public void restore(StateReader in) {
        updates = table.restore(in);
    }
}
