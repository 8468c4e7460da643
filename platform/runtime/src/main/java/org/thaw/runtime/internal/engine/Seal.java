package org.thaw.runtime.internal.engine;

import org.thaw.api.Tensor;

/**
 * Finds out whether a plugin writes into buffers that it was lent. Looks at each call of the first few and at one in many after that, so that it costs next to
 * nothing; which ones depends on their number alone.
 */
final class Seal {
    private static final long ALWAYS = 8;
    private static final long EVERY = 64;
    private long calls;
    private long sum;

    /** Before a call. Returns whether this one is looked at. */
    boolean closes(Tensor a, Tensor b) {
        boolean looks = calls < ALWAYS || calls % EVERY == 0;
        calls++;
        if (looks) {
            sum = sum(a, b);
        }
        return looks;
    }

    /** After a call that is looked at: whether something has changed. */
    boolean broken(Tensor a, Tensor b) {
        return sum(a, b) != sum;
    }

    private static long sum(Tensor a, Tensor b) {
        return a == b ? sum(a) : 31 * sum(a) + sum(b);
    }

    private static long sum(Tensor t) {
        long sum = 1;
        switch (t.type()) {
            case F32 -> {
                for (float value : t.floats()) {
                    sum = 31 * sum + Float.floatToRawIntBits(value);
                }
            }
            case F64 -> {
                for (double value : t.doubles()) {
                    sum = 31 * sum + Double.doubleToRawLongBits(value);
                }
            }
            case I32 -> {
                for (int value : t.ints()) {
                    sum = 31 * sum + value;
                }
            }
            case I64 -> {
                for (long value : t.longs()) {
                    sum = 31 * sum + value;
                }
            }
            case U8 -> {
                for (byte value : t.bytes()) {
                    sum = 31 * sum + value;
                }
            }
        }
        return sum;
    }
}
