package org.thaw.environments.gymnasium.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;

/**
 * All that was done since the environment was last seeded, as the child is told it: a row of bytes for each action, and one for each new episode, which is −1 or,
 * among real actions, NaN.
 */
final class Deeds {
    private static final int FIRST_ROWS = 1024;

    private final int values;
    private final boolean categorical;
    private byte[] rows;
    private ByteBuffer numbers;
    private int count;

    Deeds(Space actions) {
        categorical = actions instanceof Space.Categorical;
        values = actions.size();
        grow(new byte[FIRST_ROWS * width()]);
    }

    private void grow(byte[] wider) {
        rows = wider;
        numbers = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes of a row. */
    int width() {
        return values * Float.BYTES;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    private int next() {
        if ((count + 1) * width() > rows.length) {
            grow(Arrays.copyOf(rows, Math.multiplyExact(rows.length, 2)));
        }
        return count++ * width();
    }

    void add(Action action) {
        int at = next();
        if (categorical) {
            numbers.putInt(at, action.index());
            return;
        }
        for (int i = 0; i < values; i++) {
            numbers.putFloat(at + i * Float.BYTES, action.values()[i]);
        }
    }

    void addReset() {
        int at = next();
        for (int i = 0; i < values; i++) {
            if (categorical) {
                numbers.putInt(at, Action.NONE);
            } else {
                numbers.putFloat(at + i * Float.BYTES, Float.NaN);
            }
        }
    }

    /** Writes some rows into a message. */
    void copy(int first, int number, byte[] message, int at) {
        System.arraycopy(rows, first * width(), message, at, number * width());
    }

    /** {@code I32[n]} or {@code F32[n, values]}. */
    Tensor toTensor() {
        if (categorical) {
            int[] all = new int[count];
            numbers.asIntBuffer().get(0, all);
            return Tensor.of(all, count);
        }
        float[] all = new float[count * values];
        numbers.asFloatBuffer().get(0, all);
        return Tensor.of(all, count, values);
    }

    /** @throws IllegalArgumentException if these are the deeds of another environment */
    void from(Tensor saved) {
        boolean fits = categorical ? saved.type() == Tensor.Type.I32 && saved.rank() == 1
                : saved.type() == Tensor.Type.F32 && saved.rank() == 2 && saved.dimension(1) == values;
        if (!fits) {
            throw new IllegalArgumentException("actions " + saved + ": expected " + (categorical ? "I32[n]" : "F32[n, " + values + "]"));
        }
        grow(new byte[Math.max(FIRST_ROWS, saved.rows()) * width()]);
        count = saved.rows();
        if (categorical) {
            numbers.asIntBuffer().put(0, saved.ints());
        } else {
            numbers.asFloatBuffer().put(0, saved.floats());
        }
    }
}
