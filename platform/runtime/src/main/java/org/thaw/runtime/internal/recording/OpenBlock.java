package org.thaw.runtime.internal.recording;

import java.util.Arrays;
import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;

/** The latest steps of one life, not yet written. */
final class OpenBlock {
    private final Layout layout;
    private final byte[] data;
    private final Columns columns;
    private final Tensor.Type observations;
    private int first;
    private int steps;

    OpenBlock(Layout layout, Signature signature) {
        this.layout = layout;
        observations = signature.input().type();
        data = new byte[Math.multiplyExact(layout.capacity(), layout.rowBytes())];
        columns = Columns.open(layout, data);
    }

    /** Goes on in a life that has so many steps already. */
    void begin(int first) {
        this.first = first;
        steps = 0;
    }

    Columns columns() {
        return columns;
    }

    byte[] data() {
        return data;
    }

    /** How many steps of the life came before. */
    int first() {
        return first;
    }

    /** How many steps it holds. */
    int steps() {
        return steps;
    }

    boolean isFull() {
        return steps == layout.capacity();
    }

    /** It was written: goes on empty. */
    void advance() {
        first += steps;
        steps = 0;
    }

    void put(Step step, Decision decision) {
        int flags = Kinds.code(step.kind());
        putObservation(step.observation());
        putAction(decision.action(), Layout.ACTION, Layout.VALUES);
        putLong(Layout.REWARD, Double.doubleToRawLongBits(step.reward()));
        putLong(Layout.DISCOUNT, Double.doubleToRawLongBits(step.discount()) ^ Kinds.usualDiscount(flags));
        LittleEndian.putInt(data, at(Layout.PLAYER), step.player());
        if (putLegal(step.legal())) {
            flags |= Layout.RESTRICTED;
        }
        if (decision.hasDistribution()) {
            flags |= Layout.DISTRIBUTED;
            putFloats(Layout.DISTRIBUTION, decision.distribution());
        } else {
            clear(Layout.DISTRIBUTION);
        }
        putLong(Layout.LOG_PROBABILITY, Double.doubleToRawLongBits(decision.logProbability()));
        putLong(Layout.VALUE, Double.doubleToRawLongBits(decision.value()));
        if (isLedByStepBefore(step)) {
            clear(Layout.PREVIOUS);
            clear(Layout.PREVIOUS_VALUES);
        } else {
            flags |= Layout.LED;
            putAction(step.previousAction(), Layout.PREVIOUS, Layout.PREVIOUS_VALUES);
        }
        data[at(Layout.FLAGS)] = (byte) flags;
        steps++;
    }

    private int at(int column) {
        return columns.row(column, steps);
    }

    private void clear(int column) {
        int at = at(column);
        Arrays.fill(data, at, at + layout.width(column), (byte) 0);
    }

    private void putLong(int column, long bits) {
        LittleEndian.putLong(data, at(column), bits);
    }

    private void putFloats(int column, float[] values) {
        check(column, values.length * Float.BYTES);
        int at = at(column);
        for (int i = 0; i < values.length; i++) {
            LittleEndian.putFloat(data, at + i * Float.BYTES, values[i]);
        }
    }

    private void putObservation(Tensor observation) {
        switch (observations) {
            case F32 -> putFloats(Layout.OBSERVATION, observation.floats());
            case I32 -> LittleEndian.putInt(data, at(Layout.OBSERVATION), observation.ints()[0]);
            default -> {
                byte[] bytes = observation.bytes();
                check(Layout.OBSERVATION, bytes.length);
                System.arraycopy(bytes, 0, data, at(Layout.OBSERVATION), bytes.length);
            }
        }
    }

    /** One that is too long would run into the rows of the next step. */
    private void check(int column, int bytes) {
        if (bytes != layout.width(column)) {
            throw new IllegalArgumentException("a step or decision for another signature: " + bytes + " bytes where this recording has " + layout.width(column));
        }
    }

    private void putAction(Action action, int number, int values) {
        LittleEndian.putInt(data, at(number), action.index());
        putFloats(values, action.values());
    }

    /** Returns whether there is one that is not. */
    private boolean putLegal(boolean[] legal) {
        check(Layout.LEGAL, (legal.length + 7) / 8);
        clear(Layout.LEGAL);
        boolean restricted = false;
        for (boolean each : legal) {
            restricted |= !each;
        }
        if (restricted) {
            int at = at(Layout.LEGAL);
            for (int i = 0; i < legal.length; i++) {
                data[at + (i >> 3)] |= (byte) (legal[i] ? 1 << (i & 7) : 0);
            }
        }
        return restricted;
    }

    /** Whether a reader of this block knows the previous action from the step before, or from there being none. */
    private boolean isLedByStepBefore(Step step) {
        Action previous = step.previousAction();
        if (step.isFirst()) {
            return !previous.chosen() && allZeros(previous.values());
        }
        if (steps == 0 || previous.index() != columns.getInt(Layout.ACTION, steps - 1)) {
            return false;
        }
        float[] values = previous.values();
        int before = columns.row(Layout.VALUES, steps - 1);
        for (int i = 0; i < values.length; i++) {
            if (Float.floatToRawIntBits(values[i]) != LittleEndian.getInt(data, before + i * Float.BYTES)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allZeros(float[] values) {
        for (float value : values) {
            if (Float.floatToRawIntBits(value) != 0) {
                return false;
            }
        }
        return true;
    }
}
