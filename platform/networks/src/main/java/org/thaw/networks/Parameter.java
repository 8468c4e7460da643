package org.thaw.networks;

import java.util.List;

/**
 * A named slice of a network's flat parameter vector.
 *
 * @param name   unique in its network, for example {@code dense1.weight}
 * @param offset index of the first value in {@link Network#parameters()}; the gradient uses the same index
 * @param shape  row-major shape; a dense weight is [inputs, outputs]
 */
public record Parameter(String name, int offset, List<Integer> shape) {

    public Parameter {
        shape = List.copyOf(shape);
    }

    /** Number of values. */
    public int length() {
        int length = 1;
        for (int extent : shape) {
            length *= extent;
        }
        return length;
    }

    /** Index after the last value. */
    public int end() {
        return offset + length();
    }
}
