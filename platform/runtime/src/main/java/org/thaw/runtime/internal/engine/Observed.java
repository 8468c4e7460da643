package org.thaw.runtime.internal.engine;

import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;

/** The first observations of an evaluation. */
final class Observed {
    private final Signature signature;
    private final Tensor rows;
    private final int most;
    private int count;

    /** @param most how many are kept */
    Observed(Signature signature, int most) {
        this.signature = signature;
        this.rows = signature.input().buffer(most);
        this.most = most;
    }

    /** One more, if there is room for it. */
    void add(Step step) {
        if (count < most) {
            copy(step.observation(), rows, count++, 1);
        }
    }

    /** The first so many, or as many as there were. */
    Tensor first(int wanted) {
        int n = Math.min(wanted, count);
        Tensor some = signature.input().buffer(n);
        copy(rows, some, 0, n);
        return some;
    }

    private static void copy(Tensor from, Tensor to, int toRow, int count) {
        int size = from.rowSize();
        switch (from.type()) {
            case F32 -> System.arraycopy(from.floats(), 0, to.floats(), toRow * size, count * size);
            case U8 -> System.arraycopy(from.bytes(), 0, to.bytes(), toRow * size, count * size);
            default -> System.arraycopy(from.ints(), 0, to.ints(), toRow * size, count * size);
        }
    }
}
