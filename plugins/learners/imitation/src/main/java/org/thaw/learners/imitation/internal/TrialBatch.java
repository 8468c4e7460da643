package org.thaw.learners.imitation.internal;

import java.util.Arrays;

/** Some trials as a network takes them: [trials, length, numbers], where length is that of the longest; zeros behind shorter ones. */
final class TrialBatch {
    private final int width;
    private final int actions;
    private float[] inputs = {};
    private boolean[] legal = {};
    private int count;
    private int length;

    TrialBatch(int width, int actions) {
        this.width = width;
        this.actions = actions;
    }

    /** Gathers {@code count} trials whose numbers stand in {@code order} from {@code from}. */
    void gather(Trials trials, int[] order, int from, int count) {
        this.count = count;
        length = 0;
        for (int i = 0; i < count; i++) {
            length = Math.max(length, trials.length(order[from + i]));
        }
        if (legal.length < rows() * actions) {
            inputs = new float[rows() * width];
            legal = new boolean[rows() * actions];
        }
        for (int i = 0; i < count; i++) {
            int trial = order[from + i];
            int behind = i * length + trials.length(trial);
            trials.copyTokens(trial, inputs, i * length * width);
            trials.copyLegal(trial, legal, i * length * actions);
            Arrays.fill(inputs, behind * width, (i + 1) * length * width, 0f);
            Arrays.fill(legal, behind * actions, (i + 1) * length * actions, true);
            for (int row = trials.begin(trial); row < trials.begin(trial + 1); row++) {
                if (!trials.decided(row)) {
                    // a last step may say that nothing is legal; nothing is asked of it
                    int at = (i * length + row - trials.begin(trial)) * actions;
                    Arrays.fill(legal, at, at + actions, true);
                }
            }
        }
    }

    int count() {
        return count;
    }

    int length() {
        return length;
    }

    int rows() {
        return count * length;
    }

    float[] inputs() {
        return inputs;
    }

    boolean[] legal() {
        return legal;
    }
}
