package org.thaw.networks.openblas.internal;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** A matrix outside the heap, stored without gaps, that grows with the largest one seen. Two objects and no more, whatever goes through it. */
final class NativeMatrix {

    private FloatPointer pointer = new FloatPointer(1L);
    private FloatBuffer buffer = pointer.asBuffer();

    /** Its first value. */
    FloatPointer pointer() {
        return pointer;
    }

    /** Makes room for so many values; what was in it is lost. */
    NativeMatrix room(int size) {
        if (buffer.capacity() < size) {
            pointer.close();
            pointer = new FloatPointer((long) size);
            buffer = pointer.asBuffer();
        }
        return this;
    }

    /** Copies a matrix in: {@code rows} rows of {@code columns} values that begin {@code stride} apart. */
    NativeMatrix take(int rows, int columns, float[] from, int offset, int stride) {
        room(rows * columns);
        if (stride == columns) {
            buffer.put(0, from, offset, rows * columns);
        } else {
            for (int r = 0; r < rows; r++) {
                buffer.put(r * columns, from, offset + r * stride, columns);
            }
        }
        return this;
    }

    /** Copies values in, from its index {@code at} on. */
    void put(int at, float[] from, int offset, int count) {
        buffer.put(at, from, offset, count);
    }

    /** Copies the matrix out to rows that begin {@code stride} apart. */
    void give(int rows, int columns, float[] to, int offset, int stride) {
        if (stride == columns) {
            buffer.get(0, to, offset, rows * columns);
        } else {
            for (int r = 0; r < rows; r++) {
                buffer.get(r * columns, to, offset + r * stride, columns);
            }
        }
    }
}
