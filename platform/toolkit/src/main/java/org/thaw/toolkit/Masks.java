package org.thaw.toolkit;

import java.util.Arrays;
import org.thaw.api.Cue;

/**
 * Turns cues into masks for a softmax over the classes that can occur. A mask is empty where all can, one value per class where all rows
 * share it, or [rows, classes] values. The arrays are buffers of this object, valid until the next call.
 */
public final class Masks {
    private static final boolean[] ALL = {};

    private final int classes;
    private final boolean[] shared;
    private boolean[] perRow = {};
    private Cue last = Cue.none();
    private boolean lastTellsTask;

    /** For that many classes. */
    public Masks(int classes) {
        this.classes = classes;
        this.shared = new boolean[classes];
    }

    /** The same mask for all rows. */
    public boolean[] of(Cue cue) {
        if (!cue.tellsClasses()) {
            return ALL;
        }
        Arrays.fill(shared, false);
        allow(cue, shared, 0);
        return shared;
    }

    /** A mask for each row: the classes that its own cue allows. */
    public boolean[] of(Cue[] own) {
        fill(own.length);
        for (int row = 0; row < own.length; row++) {
            allow(own[row], perRow, row * classes);
        }
        return perRow;
    }

    /** A mask for each row: the classes that its own cue or the present one allows. */
    public boolean[] of(Cue[] own, Cue present) {
        of(own);
        for (int row = 0; row < own.length; row++) {
            allow(present, perRow, row * classes);
        }
        return perRow;
    }

    /**
     * A mask for each row of a replay: the classes of its own task where the present cue tells the task; where it does not, the present ones
     * compete, too.
     */
    public boolean[] replayed(Cue[] own, Cue present) {
        // asked once for each cue: the answer is an object
        if (present != last) {
            last = present;
            lastTellsTask = present.task().isPresent();
        }
        return lastTellsTask ? of(own) : of(own, present);
    }

    private void fill(int rows) {
        if (perRow.length < rows * classes) {
            perRow = new boolean[rows * classes];
        }
        Arrays.fill(perRow, 0, rows * classes, false);
    }

    private void allow(Cue cue, boolean[] mask, int offset) {
        if (!cue.tellsClasses()) {
            Arrays.fill(mask, offset, offset + classes, true);
            return;
        }
        for (int i = 0; i < cue.classCount(); i++) {
            if (cue.classAt(i) >= classes) {
                throw new IllegalArgumentException("the cue tells class " + cue.classAt(i) + ", but there are only " + classes + " classes");
            }
            mask[offset + cue.classAt(i)] = true;
        }
    }
}
