package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Transitions;

/**
 * The lifetimes since the last update, token after token. A trial is one lane's stretch of life across its episodes: a token for each step that was acted in,
 * one for each last step, and one for the step at which the stretch ends.
 */
final class Trials implements Stateful {
    private static final int NO_ACTION = -1;

    private final Encoding encoding;
    private final int actions;
    private final float[] none;
    private int count;
    private int rows;
    private int[] begins = {0};
    private float[] tokens = {};
    private int[] chosen = {};
    private boolean[] legal = {};
    private double[] rewards = {};

    Trials(Encoding encoding, int actions) {
        this.encoding = encoding;
        this.actions = actions;
        none = new float[encoding.width()];
    }

    /** Adds a trial for each lane. */
    void add(Transitions transitions) {
        for (int lane = 0; lane < transitions.lanes(); lane++) {
            for (int t = 0; t < transitions.length(); t++) {
                Step to = transitions.to(lane, t);
                add(transitions.from(lane, t), transitions.decision(lane, t).action().index(), to.reward());
                if (to.isLast() || t + 1 == transitions.length()) {
                    add(to, NO_ACTION, 0);
                }
            }
            count++;
            if (begins.length <= count) {
                begins = Arrays.copyOf(begins, 2 * count + 1);
            }
            begins[count] = rows;
        }
    }

    private void add(Step step, int action, double reward) {
        if (rows == chosen.length) {
            room(Math.max(64, 2 * rows));
        }
        boolean begins = rows == begin(count);
        encoding.write(step, begins ? none : tokens, begins ? 0 : (rows - 1) * encoding.width(), tokens, rows * encoding.width());
        System.arraycopy(step.legal(), 0, legal, rows * actions, actions);
        chosen[rows] = action;
        rewards[rows] = reward;
        rows++;
    }

    private void room(int most) {
        tokens = Arrays.copyOf(tokens, most * encoding.width());
        chosen = Arrays.copyOf(chosen, most);
        legal = Arrays.copyOf(legal, most * actions);
        rewards = Arrays.copyOf(rewards, most);
    }

    /** Forgets all. */
    void clear() {
        count = 0;
        rows = 0;
    }

    /** How many trials there are. */
    int count() {
        return count;
    }

    /** How many tokens they have together. */
    int rows() {
        return rows;
    }

    /** The first token of a trial; {@code begin(trial + 1)} is behind its last one. */
    int begin(int trial) {
        return begins[trial];
    }

    /** How many tokens a trial has. */
    int length(int trial) {
        return begins[trial + 1] - begins[trial];
    }

    /** Whether a token's step was acted in. */
    boolean decided(int row) {
        return chosen[row] != NO_ACTION;
    }

    /** The action taken there. */
    int action(int row) {
        return chosen[row];
    }

    /** What it earned. */
    double reward(int row) {
        return rewards[row];
    }

    /** Copies the tokens of a trial. */
    void copyTokens(int trial, float[] to, int at) {
        System.arraycopy(tokens, begins[trial] * encoding.width(), to, at, length(trial) * encoding.width());
    }

    /** Copies which actions were legal in the tokens of a trial. */
    void copyLegal(int trial, boolean[] to, int at) {
        System.arraycopy(legal, begins[trial] * actions, to, at, length(trial) * actions);
    }

    /** What is saved beside the tensors. */
    record Counts(int trials, int rows) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "counts", new Counts(count, rows));
        if (rows == 0) {
            return;
        }
        byte[] mask = new byte[rows * actions];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (legal[i] ? 1 : 0);
        }
        out.tensor(StateKind.MEMORY, "begins", Tensor.of(Arrays.copyOf(begins, count + 1), count + 1));
        out.tensor(StateKind.MEMORY, "tokens", Tensor.of(Arrays.copyOf(tokens, rows * encoding.width()), rows, encoding.width()));
        out.tensor(StateKind.MEMORY, "actions", Tensor.of(Arrays.copyOf(chosen, rows), rows));
        out.tensor(StateKind.MEMORY, "legal", Tensor.of(mask, rows, actions));
        out.tensor(StateKind.MEMORY, "rewards", Tensor.of(Arrays.copyOf(rewards, rows), rows));
    }

    @Override
    public void restore(StateReader in) {
        Counts counts = in.record("counts", Counts.class);
        count = counts.trials();
        rows = counts.rows();
        if (rows == 0) {
            return;
        }
        room(Math.max(rows, chosen.length));
        begins = Arrays.copyOf(in.tensor("begins").ints(), 2 * count + 1);
        byte[] mask = in.tensor("legal").bytes();
        for (int i = 0; i < mask.length; i++) {
            legal[i] = mask[i] != 0;
        }
        System.arraycopy(in.tensor("tokens").floats(), 0, tokens, 0, rows * encoding.width());
        System.arraycopy(in.tensor("actions").ints(), 0, chosen, 0, rows);
        System.arraycopy(in.tensor("rewards").doubles(), 0, rewards, 0, rows);
    }
}
