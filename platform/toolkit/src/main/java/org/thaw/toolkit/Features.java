package org.thaw.toolkit;

import org.thaw.api.Space;
import org.thaw.api.Tensor;

/** Reads batches of any shape as rows of flat numbers: real inputs as they are, bytes divided by 255. */
public final class Features {
    private final int size;
    private float[] scaled = {};

    /** @throws IllegalArgumentException if the inputs are not real numbers or bytes */
    public Features(Space input) {
        if (!(input instanceof Space.Real)) {
            throw new IllegalArgumentException("expected inputs of real numbers or bytes, not " + input);
        }
        size = input.size();
    }

    /** How many numbers one example has. */
    public int size() {
        return size;
    }

    /**
     * The numbers of a batch, row after row, from index 0; the array may be longer. It is the batch's own or a buffer that the next call uses
     * again: to be read only.
     */
    public float[] of(Tensor inputs) {
        if (inputs.rowSize() != size) {
            throw new IllegalArgumentException("expected inputs of " + size + " numbers each, got " + inputs);
        }
        if (inputs.type() != Tensor.Type.U8) {
            return inputs.floats();
        }
        byte[] bytes = inputs.bytes();
        if (scaled.length < bytes.length) {
            scaled = new float[bytes.length];
        }
        for (int i = 0; i < bytes.length; i++) {
            scaled[i] = (bytes[i] & 0xff) / 255f;
        }
        return scaled;
    }
}
