package org.thaw.runtime.internal.state;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Tensor;

/**
 * Where a tensor lies in a file.
 *
 * @param begin of its first byte, counted from the start of the data
 */
record TensorSlot(Tensor.Type type, List<Integer> shape, long begin) {
    TensorSlot {
        shape = List.copyOf(shape);
    }

    /** @throws ArithmeticException if a tensor cannot have so many elements */
    static TensorSlot at(Tensor.Type type, List<Integer> shape, long begin) {
        long n = 1;
        for (int dimension : shape) {
            n = Math.multiplyExact(n, dimension);
        }
        Math.toIntExact(n);
        return new TensorSlot(type, shape, begin);
    }

    private int elements() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** Bytes of its content. */
    long length() {
        return (long) elements() * type.bytes();
    }

    long end() {
        return begin + length();
    }

    /** A tensor of zeros of this form. */
    Tensor blank() {
        return Tensor.zeros(type, shape.stream().mapToInt(Integer::intValue).toArray());
    }

    boolean fits(Tensor tensor) {
        return tensor.type() == type && shape.equals(shapeOf(tensor));
    }

    static List<Integer> shapeOf(Tensor tensor) {
        return Arrays.stream(tensor.shape()).boxed().toList();
    }

    /** Type and shape, as {@link Tensor#toString} gives them. */
    String form() {
        return type + shape.toString();
    }
}
