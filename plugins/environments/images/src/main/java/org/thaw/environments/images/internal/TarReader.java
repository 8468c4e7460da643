package org.thaw.environments.images.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Walks over the plain files of a tar archive (POSIX ustar: a header block of 512 bytes, then the content in whole blocks). The one archive
 * read here is fixed down to its last byte by a checksum, so none of tar's many dialects can occur; a library for them all would be many times
 * the size of this bundle.
 */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int CHECKSUM_AT = 148;
    private static final int TYPE_AT = 156;

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private long position;
    private String name = "";
    private long left;
    private long padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next plain file; false at the end mark. @throws IOException if the archive is damaged */
    boolean next() throws IOException {
        do {
            skip(left + padding);
            left = padding = 0;
            long at = position;
            fill(header, 0, BLOCK, "a header");
            if (sum(0) == 0) {
                return false;
            }
            checkSum(at);
            int end = 0;
            while (end < NAME_LENGTH && header[end] != 0) {
                end++;
            }
            name = new String(header, 0, end, StandardCharsets.UTF_8);
            left = octal(SIZE_AT, 12, "size", at);
            padding = (BLOCK - left % BLOCK) % BLOCK;
        } while (header[TYPE_AT] != '0' && header[TYPE_AT] != 0);
        return true;
    }

    /** The present file's path in the archive. */
    String name() {
        return name;
    }

    /** How many of the present file's bytes were not read yet. */
    long left() {
        return left;
    }

    /** Reads exactly {@code length} bytes of the present file. @throws IOException if it, or the archive, ends before */
    void read(byte[] target, int offset, int length) throws IOException {
        if (length > left) {
            throw new IOException(name + " ends at byte " + position + " of the archive, expected " + (length - left) + " bytes more");
        }
        fill(target, offset, length, name);
        left -= length;
    }

    private void fill(byte[] target, int offset, int length, String what) throws IOException {
        int got = in.readNBytes(target, offset, length);
        position += got;
        if (got < length) {
            throw new IOException("the archive ends at byte " + position + ", within " + what + "; it is cut off");
        }
    }

    private void skip(long count) throws IOException {
        in.skipNBytes(count);
        position += count;
    }

    /** The sum of the header's bytes, its own checksum field counted as {@code stand}. */
    private int sum(int stand) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM_AT && i < CHECKSUM_AT + 8 && stand != 0 ? stand : header[i] & 0xff;
        }
        return sum;
    }

    private void checkSum(long at) throws IOException {
        long expected = octal(CHECKSUM_AT, 8, "checksum", at);
        if (sum(' ') != expected) {
            throw new IOException("the tar header at byte " + at + " has the checksum " + sum(' ') + ", expected " + expected);
        }
    }

    private long octal(int from, int length, String what, long at) throws IOException {
        String digits = new String(header, from, length, StandardCharsets.ISO_8859_1).replace('\0', ' ').trim();
        try {
            return Long.parseUnsignedLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("the tar header at byte " + at + " has the " + what + " \"" + digits + "\", expected an octal number", e);
        }
    }
}
