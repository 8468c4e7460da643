package org.thaw.toolkit;

import java.util.Arrays;
import org.thaw.api.Tensor;

/** Copies rows of batches: index arithmetic in one place. Types are {@code F32}, {@code I32} or {@code U8}, as in batches. */
public final class Rows {
    private Rows() {
    }

    /** Copies one row into a row of another tensor of the same type and row size. */
    public static void copy(Tensor from, int fromRow, Tensor to, int toRow) {
        int n = from.rowSize();
        if (from.type() != to.type() || n != to.rowSize()) {
            throw new IllegalArgumentException("a row of " + from + " does not fit into " + to);
        }
        System.arraycopy(array(from), fromRow * n, array(to), toRow * n, n);
    }

    /** The first rows: the tensor itself if these are all, else a copy. */
    public static Tensor first(Tensor tensor, int rows) {
        if (rows == tensor.rows()) {
            return tensor;
        }
        int[] shape = tensor.shape();
        shape[0] = rows;
        int n = rows * tensor.rowSize();
        return switch (tensor.type()) {
            case F32 -> Tensor.of(Arrays.copyOf(tensor.floats(), n), shape);
            case I32 -> Tensor.of(Arrays.copyOf(tensor.ints(), n), shape);
            case U8 -> Tensor.of(Arrays.copyOf(tensor.bytes(), n), shape);
            default -> throw unfit(tensor);
        };
    }

    private static Object array(Tensor tensor) {
        return switch (tensor.type()) {
            case F32 -> tensor.floats();
            case I32 -> tensor.ints();
            case U8 -> tensor.bytes();
            default -> throw unfit(tensor);
        };
    }

    private static IllegalArgumentException unfit(Tensor tensor) {
        return new IllegalArgumentException("expected rows of F32, I32 or U8, got " + tensor);
    }
}
