package org.thaw.learners.tabular.internal;

import java.util.Arrays;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/**
 * One-step Q-learning over a table (Watkins 1989; Watkins and Dayan 1992, eq. 1; Sutton and Barto 2018, eq. 6.8):
 * {@code Q(s, a) ← Q(s, a) + α [r + γ d max Q(s', a') − Q(s, a)]}, the maximum over the legal actions a', and d the discount of the step s',
 * 0 where the episode terminated; an episode that was cut off still counts what would have followed. It explores ε-greedily, with ties
 * broken at random.
 */
public final class TabularQ implements Agent {
    private final Config config;
    private final Context context;
    private final int actions;
    private final double[] values;
    private final Tensor table;
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
            source = "Watkins and Dayan 1992; Sutton and Barto 2018, section 6.5", state = "q-table:1")
    public static final class Factory implements LearnerFactory<Config, TabularQ> {
        @Override
        public TabularQ create(Config configuration, Signature signature, Context context) {
            return new TabularQ(configuration, signature, context);
        }
    }

    private TabularQ(Config config, Signature signature, Context context) {
        if (!(signature.input() instanceof Space.Categorical states) || !(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("tabular-q needs numbered observations and actions, not " + signature.input() + " and "
                    + signature.output());
        }
        this.config = config;
        this.context = context;
        this.actions = signature.choices();
        this.values = new double[Math.multiplyExact(states.count(), actions)];
        this.table = Tensor.of(values, states.count(), actions);
        Arrays.fill(values, config.initialValue());
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
        int entry = state * actions + action;
        double error = next.reward() + config.discount() * next.discount() * best(next) - values[entry];
        values[entry] += config.stepSize() * error;
        updates++;
        context.measure("td-error", Math.abs(error));
    }

    /** The value of the best legal action; 0 where nothing can follow. */
    private double best(Step step) {
        double best = Double.NEGATIVE_INFINITY;
        boolean[] legal = step.legal();
        for (int a = 0; a < actions; a++) {
            if (legal[a]) {
                best = Math.max(best, value(step.state(), a));
            }
        }
        return step.discount() == 0 || best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    /** Q(s, a). */
    double value(int state, int action) {
        return values[state * actions + action];
    }

    /** ε now. */
    double epsilon() {
        if (config.decaySteps() == 0) {
            return config.epsilon();
        }
        double done = Math.min(1, (double) updates / config.decaySteps());
        return config.epsilon() + done * (config.finalEpsilon() - config.epsilon());
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        // streams of their own: how often a learner is evaluated must not change how it explores
        return mode == Mode.EXPLORE ? new GreedyPolicy(this, actions, this::epsilon, context.random("exploration"))
                : new GreedyPolicy(this, actions, () -> 0, context.random("exploitation"));
    }

    @Override
    public long updates() {
        return updates;
    }

    /** What is saved beside the table. */
    public record Progress(long updates) {
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "table", table);
        out.record(StateKind.OPTIMISER, "progress", new Progress(updates));
    }

    @Override
    public void restore(StateReader in) {
        in.into("table", table);
        updates = in.record("progress", Progress.class).updates();
    }
}
