package org.thaw.runtime.internal.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.thaw.api.Tensor;

/**
 * Moves tensors between arrays and a file, little endian, every bit as it is, through one small block. It is no {@code FileChannel}: an
 * interrupt of the calling thread would close that, whoever interrupted it.
 */
final class TensorBytes {
    static final int BLOCK = 1 << 16;

    private final RandomAccessFile file;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);

    TensorBytes(RandomAccessFile file) {
        this.file = file;
    }

    private interface Copy {
        void copy(int from, int count);
    }

    /** Writes a tensor's content. */
    void write(Tensor tensor, long position) throws IOException {
        Copy toBlock = switch (tensor.type()) {
            case F32 -> (from, n) -> block.asFloatBuffer().put(tensor.floats(), from, n);
            case F64 -> (from, n) -> block.asDoubleBuffer().put(tensor.doubles(), from, n);
            case I32 -> (from, n) -> block.asIntBuffer().put(tensor.ints(), from, n);
            case I64 -> (from, n) -> block.asLongBuffer().put(tensor.longs(), from, n);
            case U8 -> (from, n) -> block.duplicate().put(tensor.bytes(), from, n);
        };
        file.seek(position);
        int width = tensor.type().bytes();
        int size = tensor.size();
        for (int from = 0, n; from < size; from += n) {
            n = Math.min(BLOCK / width, size - from);
            toBlock.copy(from, n);
            file.write(block.array(), 0, n * width);
        }
    }

    /** Fills a tensor. @throws java.io.EOFException if the file ends before */
    void read(Tensor tensor, long position) throws IOException {
        Copy fromBlock = switch (tensor.type()) {
            case F32 -> (from, n) -> block.asFloatBuffer().get(tensor.floats(), from, n);
            case F64 -> (from, n) -> block.asDoubleBuffer().get(tensor.doubles(), from, n);
            case I32 -> (from, n) -> block.asIntBuffer().get(tensor.ints(), from, n);
            case I64 -> (from, n) -> block.asLongBuffer().get(tensor.longs(), from, n);
            case U8 -> (from, n) -> block.duplicate().get(tensor.bytes(), from, n);
        };
        file.seek(position);
        int width = tensor.type().bytes();
        int size = tensor.size();
        for (int from = 0, n; from < size; from += n) {
            n = Math.min(BLOCK / width, size - from);
            file.readFully(block.array(), 0, n * width);
            fromBlock.copy(from, n);
        }
    }
}
