package org.thaw.toolkit;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * One buffer for each number of rows that occurs, made at its first use: batches vary in size (the last of a pass is smaller) and a training
 * step must not allocate.
 *
 * @param <B> the buffer
 */
public final class RowBuffers<B> {
    private final IntFunction<B> maker;
    private Object[] byRows = {};

    /** @param maker makes a buffer for so many rows */
    public RowBuffers(IntFunction<B> maker) {
        this.maker = maker;
    }

    /** The buffer for this number of rows. */
    public B rows(int rows) {
        if (rows >= byRows.length) {
            byRows = Arrays.copyOf(byRows, rows + 1);
        }
        if (byRows[rows] == null) {
            byRows[rows] = maker.apply(rows);
        }
        @SuppressWarnings("unchecked") // only the maker's buffers are put in
        B buffer = (B) byRows[rows];
        return buffer;
    }
}
