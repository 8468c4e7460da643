package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import org.thaw.api.learner.Sequences;

/**
 * A batch of windows as a network takes it: [windows, length, numbers], where length is that of the longest window. Behind shorter ones stand rows of zeros
 * without a target: a causal network's earlier outputs do not depend on them. Its buffers grow and are used again.
 */
final class WindowBatch {
    private final Encoding encoding;
    private final Targets targets;
    private final int actions;
    private final float[] none;
    private float[] inputs = {};
    private float[] wanted = {};
    private boolean[] legal = {};
    private int count;
    private int length;
    private int decided;

    WindowBatch(Encoding encoding, Targets targets, int actions) {
        this.encoding = encoding;
        this.targets = targets;
        this.actions = actions;
        none = new float[encoding.width()];
    }

    /** Copies windows of the host. */
    void read(Sequences windows) {
        count = windows.count();
        length = 0;
        decided = 0;
        for (int w = 0; w < count; w++) {
            length = Math.max(length, windows.length(w));
        }
        room(count * length);
        for (int w = 0; w < count; w++) {
            read(windows, w);
        }
    }

    private void room(int rows) {
        if (legal.length < rows * actions) {
            inputs = new float[rows * encoding.width()];
            wanted = new float[rows * actions];
            legal = new boolean[rows * actions];
        }
    }

    private void read(Sequences windows, int w) {
        int row = w * length;
        int end = row + length;
        decided += targets.write(windows, w, wanted, row * actions);
        for (int t = 0; t < windows.length(w); t++, row++) {
            encoding.write(windows.step(w, t), t == 0 ? none : inputs, t == 0 ? 0 : (row - 1) * encoding.width(), inputs, row * encoding.width());
            // nothing is asked of a last step, whatever is legal there
            if (windows.decision(w, t).action().chosen()) {
                System.arraycopy(windows.step(w, t).legal(), 0, legal, row * actions, actions);
            } else {
                Arrays.fill(legal, row * actions, (row + 1) * actions, true);
            }
        }
        Arrays.fill(inputs, row * encoding.width(), end * encoding.width(), 0f);
        Arrays.fill(wanted, row * actions, end * actions, 0f);
        Arrays.fill(legal, row * actions, end * actions, true);
    }

    /** How many windows. */
    int count() {
        return count;
    }

    /** Steps of the longest. */
    int length() {
        return length;
    }

    /** Rows in all. */
    int rows() {
        return count * length;
    }

    /** In how many of them something is to be predicted. */
    int decided() {
        return decided;
    }

    /** [windows, length, numbers]. */
    float[] inputs() {
        return inputs;
    }

    /** What is to be predicted, [windows, length, actions]. */
    float[] wanted() {
        return wanted;
    }

    /** Which actions were legal, [windows, length, actions]. */
    boolean[] legal() {
        return legal;
    }
}
