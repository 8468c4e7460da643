package org.thaw.environments.images.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads IDX, the format of MNIST (LeCun, Cortes and Burges): a magic number (two zero bytes, 8 for unsigned bytes, the number of
 * dimensions), the size of each dimension as a big-endian 32-bit number, then the values in row-major order.
 */
final class IdxReader {
    private static final int UNSIGNED_BYTES = 0x0800;

    private final InputStream in;
    private long position;

    private IdxReader(InputStream in) {
        this.in = in;
    }

    /** The pixels of exactly {@code count} grey images. @throws IOException if the stream holds anything else */
    static byte[] images(InputStream in, int count, int height, int width) throws IOException {
        IdxReader reader = new IdxReader(in);
        reader.expectMagic(3, "images");
        reader.expectSize("number of images", count);
        reader.expectSize("height", height);
        reader.expectSize("width", width);
        return reader.values(Math.multiplyExact(count, height * width));
    }

    /** Exactly {@code count} labels, each below {@code classes}. @throws IOException if the stream holds anything else */
    static byte[] labels(InputStream in, int count, int classes) throws IOException {
        IdxReader reader = new IdxReader(in);
        reader.expectMagic(1, "labels");
        reader.expectSize("number of labels", count);
        long first = reader.position;
        byte[] labels = reader.values(count);
        for (int i = 0; i < count; i++) {
            if ((labels[i] & 0xff) >= classes) {
                throw new IOException("label " + (labels[i] & 0xff) + " at byte " + (first + i) + ", expected 0 to " + (classes - 1));
            }
        }
        return labels;
    }

    private void expectMagic(int dimensions, String what) throws IOException {
        int expected = UNSIGNED_BYTES | dimensions;
        int found = number("magic number");
        if (found != expected) {
            throw new IOException(String.format("magic number 0x%08x at byte 0, expected 0x%08x (%s: unsigned bytes, %d dimension%s)",
                    found, expected, what, dimensions, dimensions == 1 ? "" : "s"));
        }
    }

    private void expectSize(String what, int expected) throws IOException {
        long at = position;
        int found = number(what);
        if (found != expected) {
            throw new IOException(what + " " + Integer.toUnsignedString(found) + " at byte " + at + ", expected " + expected);
        }
    }

    private int number(String what) throws IOException {
        return ByteBuffer.wrap(bytes(Integer.BYTES, what)).getInt();
    }

    private byte[] values(int count) throws IOException {
        byte[] values = bytes(count, "values");
        if (in.read() >= 0) {
            throw new IOException("more data from byte " + position + ", expected the end of the file there");
        }
        return values;
    }

    private byte[] bytes(int count, String what) throws IOException {
        byte[] bytes = new byte[count];
        int got = in.readNBytes(bytes, 0, count);
        if (got < count) {
            throw new IOException("ends at byte " + (position + got) + ", within the " + what + "; expected " + count + " bytes from byte " + position);
        }
        position += count;
        return bytes;
    }
}
