package org.thaw.toolkit.control;

import java.util.Arrays;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;

/**
 * Q(s, a) for numbered observations and actions. It is saved as the tensor {@code table}, {@code F64[states, actions]}, a parameter, so that agents
 * which learn such a table can take each other's place.
 */
public final class QTable implements ActionValues {
    /** The format of an agent that saves nothing but a table and its progress; agents that save more accept it, and it theirs. */
    public static final String STATE = "q-table:1";
    /** A table with eligibility traces. */
    public static final String WITH_TRACES = "q-traces:1";
    /** A table with a model of the world. */
    public static final String WITH_MODEL = "q-model:1";
    /** A table with a model and a queue of what is to be updated. */
    public static final String WITH_QUEUE = "q-queue:1";

    private final int states;
    private final int actions;
    private final double[] values;
    private final Tensor table;

    /** What agents save beside the table, as the record {@code progress}. */
    public record Progress(long updates) {
    }

    /**
     * A table for the observations and actions of a signature.
     *
     * @param agent   who needs it, for the message
     * @param initial what every entry starts from
     * @throws IllegalArgumentException unless observations and actions are numbered
     */
    public QTable(String agent, Signature signature, double initial) {
        if (!(signature.input() instanceof Space.Categorical observations) || !(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException(agent + " needs numbered observations and actions, not " + signature.input() + " and " + signature.output());
        }
        states = observations.count();
        actions = signature.choices();
        values = new double[Math.multiplyExact(states, actions)];
        table = Tensor.of(values, states, actions);
        Arrays.fill(values, initial);
    }

    /** How many states there are. */
    public int states() {
        return states;
    }

    /** How many actions there are. */
    public int actions() {
        return actions;
    }

    /** Where Q(s, a) stands: {@code state * actions + action}. */
    public int entry(int state, int action) {
        return state * actions + action;
    }

    /** Q(s, a) by its entry. */
    public double value(int entry) {
        return values[entry];
    }

    /** Adds to an entry. */
    public void add(int entry, double change) {
        values[entry] += change;
    }

    /** The value of the best legal action of a step; 0 where nothing can follow. */
    public double best(Step step) {
        return step.discount() == 0 ? 0 : best(step.state(), step.legal(), 0);
    }

    /** The value of the best action of a state, of those that are legal by the mask, which begins at {@code offset}; 0 if none is. */
    public double best(int state, boolean[] legal, int offset) {
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < actions; a++) {
            if (legal[offset + a]) {
                best = Math.max(best, values[state * actions + a]);
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    @Override
    public void values(Step step, double[] into) {
        System.arraycopy(values, step.state() * actions, into, 0, actions);
    }

    /** Writes the table and the progress. */
    public void save(StateWriter out, long updates) {
        out.tensor(StateKind.PARAMETER, "table", table);
        out.record(StateKind.OPTIMISER, "progress", new Progress(updates));
    }

    /** Reads both; returns the number of updates. */
    public long restore(StateReader in) {
        in.into("table", table);
        return in.record("progress", Progress.class).updates();
    }
}
