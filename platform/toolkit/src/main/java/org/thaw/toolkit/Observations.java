package org.thaw.toolkit;

import java.util.Arrays;
import org.thaw.api.Space;
import org.thaw.api.Tensor;

/**
 * Writes single observations as rows of numbers for a network: real ones as they are, bytes divided by 255, and a number below n as n values of which one
 * is 1. Allocates nothing.
 */
public final class Observations {
    private final Space space;
    private final int[] shape;
    private final int size;

    /** For observations of this space. */
    public Observations(Space input) {
        space = input;
        shape = input instanceof Space.Categorical numbers ? new int[] {numbers.count()} : input.shape().stream().mapToInt(Integer::intValue).toArray();
        int product = 1;
        for (int extent : shape) {
            product *= extent;
        }
        size = product;
    }

    /** How many numbers one observation has. */
    public int size() {
        return size;
    }

    /** The shape of one row, for {@code Network.of}; a copy. */
    public int[] shape() {
        return shape.length == 0 ? new int[] {1} : shape.clone();
    }

    /** Whether an observation is a picture [rows, columns, channels] that a window of so many rows and columns fits. */
    public boolean isPicture(int window) {
        return shape.length == 3 && Math.min(shape[0], shape[1]) >= window;
    }

    /** Writes an observation, the one row of its tensor, to {@code to[at … at + size())}. */
    public void write(Tensor observation, float[] to, int at) {
        write(observation, 0, to, at);
    }

    /** Writes all rows of a batch, one after the other, from index 0. */
    public void writeAll(Tensor batch, float[] to) {
        for (int row = 0; row < batch.rows(); row++) {
            write(batch, row, to, row * size);
        }
    }

    private void write(Tensor batch, int row, float[] to, int at) {
        if (space instanceof Space.Categorical) {
            Arrays.fill(to, at, at + size, 0f);
            to[at + batch.ints()[row]] = 1f;
        } else if (batch.type() == Tensor.Type.U8) {
            byte[] bytes = batch.bytes();
            for (int i = 0; i < size; i++) {
                to[at + i] = (bytes[row * size + i] & 0xff) / 255f;
            }
        } else {
            System.arraycopy(batch.floats(), row * size, to, at, size);
        }
    }
}
