package org.thaw.api;

import java.util.Arrays;
import java.util.Objects;

/**
 * A primitive array with a shape: the only form in which numbers cross the border between host and plugins. Row-major; element
 * {@code [i, j]} of a {@code [n, m]} tensor is at {@code i * m + j}. The array is shared, not copied. Batches are {@code F32},
 * {@code I32} or {@code U8}; {@code F64} and {@code I64} occur in saved state.
 */
public final class Tensor {
    /** Element types. */
    public enum Type {
        /** {@code float[]}. */ F32(4),
        /** {@code double[]}. */ F64(8),
        /** {@code int[]}. */ I32(4),
        /** {@code long[]}. */ I64(8),
        /** {@code byte[]}, unsigned. */ U8(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /** Bytes of one element. */
        public int bytes() {
            return bytes;
        }
    }

    private final Type type;
    private final Object array;
    private final int[] shape;

    private Tensor(Type type, Object array, int length, int[] shape) {
        this.type = type;
        this.array = Objects.requireNonNull(array, "array");
        this.shape = shape.clone();
        if (size(shape) != length) {
            throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " has " + size(shape) + " elements, the array " + length);
        }
    }

    /** Wraps an array; its length must be the product of {@code shape}. */
    public static Tensor of(float[] array, int... shape) {
        return new Tensor(Type.F32, array, array.length, shape);
    }

    /** Wraps an array; its length must be the product of {@code shape}. */
    public static Tensor of(double[] array, int... shape) {
        return new Tensor(Type.F64, array, array.length, shape);
    }

    /** Wraps an array; its length must be the product of {@code shape}. */
    public static Tensor of(int[] array, int... shape) {
        return new Tensor(Type.I32, array, array.length, shape);
    }

    /** Wraps an array; its length must be the product of {@code shape}. */
    public static Tensor of(long[] array, int... shape) {
        return new Tensor(Type.I64, array, array.length, shape);
    }

    /** Wraps an array of unsigned bytes; its length must be the product of {@code shape}. */
    public static Tensor of(byte[] array, int... shape) {
        return new Tensor(Type.U8, array, array.length, shape);
    }

    /** A tensor of zeros. */
    public static Tensor zeros(Type type, int... shape) {
        int n = size(shape);
        return switch (type) {
            case F32 -> of(new float[n], shape);
            case F64 -> of(new double[n], shape);
            case I32 -> of(new int[n], shape);
            case I64 -> of(new long[n], shape);
            case U8 -> of(new byte[n], shape);
        };
    }

    private static int size(int[] shape) {
        long n = 1;
        for (int d : shape) {
            if (d < 0) {
                throw new IllegalArgumentException("shape " + Arrays.toString(shape) + ": a dimension is negative");
            }
            n = Math.multiplyExact(n, d);
        }
        return Math.toIntExact(n);
    }

    /** The element type. */
    public Type type() {
        return type;
    }

    /** A copy of the shape. */
    public int[] shape() {
        return shape.clone();
    }

    /** The number of dimensions. */
    public int rank() {
        return shape.length;
    }

    /** The size along one axis. */
    public int dimension(int axis) {
        return shape[axis];
    }

    /** The number of elements. */
    public int size() {
        return size(shape);
    }

    /** The size along the first axis: the number of examples in a batch. */
    public int rows() {
        return shape[0];
    }

    /** The number of elements of one row: the product of all axes but the first. */
    public int rowSize() {
        int n = 1;
        for (int i = 1; i < shape.length; i++) {
            n *= shape[i];
        }
        return n;
    }

    /** The array of an {@code F32} tensor, shared. @throws IllegalStateException for another type */
    public float[] floats() {
        return (float[]) array(Type.F32);
    }

    /** The array of an {@code F64} tensor, shared. @throws IllegalStateException for another type */
    public double[] doubles() {
        return (double[]) array(Type.F64);
    }

    /** The array of an {@code I32} tensor, shared. @throws IllegalStateException for another type */
    public int[] ints() {
        return (int[]) array(Type.I32);
    }

    /** The array of an {@code I64} tensor, shared. @throws IllegalStateException for another type */
    public long[] longs() {
        return (long[]) array(Type.I64);
    }

    /** The array of a {@code U8} tensor, shared. @throws IllegalStateException for another type */
    public byte[] bytes() {
        return (byte[]) array(Type.U8);
    }

    private Object array(Type wanted) {
        if (type != wanted) {
            throw new IllegalStateException("tensor " + this + " is not " + wanted);
        }
        return array;
    }

    /** A tensor of its own with the same content. */
    public Tensor copy() {
        Tensor copy = zeros(type, shape);
        copy.copyFrom(this);
        return copy;
    }

    /** Takes over the content of another tensor. @throws IllegalArgumentException if type or shape differ */
    public void copyFrom(Tensor other) {
        if (!sameForm(other)) {
            throw new IllegalArgumentException("expected a tensor " + this + ", got " + other);
        }
        System.arraycopy(other.array, 0, array, 0, size());
    }

    /** Whether type and shape agree. */
    public boolean sameForm(Tensor other) {
        return type == other.type && Arrays.equals(shape, other.shape);
    }

    /** Whether type, shape and every bit agree. */
    public boolean sameBits(Tensor other) {
        if (!sameForm(other)) {
            return false;
        }
        return switch (type) {
            // not Arrays.equals: it holds all NaNs to be equal
            case F32 -> same(floats(), other.floats());
            case F64 -> same(doubles(), other.doubles());
            case I32 -> Arrays.equals(ints(), other.ints());
            case I64 -> Arrays.equals(longs(), other.longs());
            case U8 -> Arrays.equals(bytes(), other.bytes());
        };
    }

    private static boolean same(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Float.floatToRawIntBits(a[i]) != Float.floatToRawIntBits(b[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Double.doubleToRawLongBits(a[i]) != Double.doubleToRawLongBits(b[i])) {
                return false;
            }
        }
        return true;
    }

    /** Type and shape: {@code F32[128, 784]}. */
    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }
}
