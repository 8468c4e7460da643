package org.thaw.api.environment;

import java.util.Arrays;
import org.thaw.api.Signature;
import org.thaw.api.Space;

/** One action: a number for a categorical space, values for a real one. A reusable buffer; made once, set often. */
public final class Action {
    /** What {@link #index()} says before any action was chosen. */
    public static final int NONE = -1;

    private int index = NONE;
    private final float[] values;

    /** An action for this signature's output space, not yet chosen. */
    public Action(Signature signature) {
        this.values = signature.output() instanceof Space.Real real ? new float[real.size()] : new float[0];
    }

    /** The chosen number, or {@link #NONE} before the first choice. */
    public int index() {
        return index;
    }

    /** The chosen values, shared; empty for a categorical space. */
    public float[] values() {
        return values;
    }

    /** Whether an action was chosen. */
    public boolean chosen() {
        return index != NONE;
    }

    /** Chooses by number. */
    public void set(int index) {
        this.index = index;
    }

    /** Chooses by values. @throws IllegalArgumentException if their number differs from the space's */
    public void set(float[] chosen) {
        if (chosen.length != values.length) {
            throw new IllegalArgumentException("an action here has " + values.length + " values, not " + chosen.length);
        }
        System.arraycopy(chosen, 0, values, 0, values.length);
        index = 0;
    }

    /** Takes over another one's choice. */
    public void copyFrom(Action other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
        index = other.index;
    }

    /** Back to not chosen. */
    public void clear() {
        index = NONE;
        Arrays.fill(values, 0);
    }
}
