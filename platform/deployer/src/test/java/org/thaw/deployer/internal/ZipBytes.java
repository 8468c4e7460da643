package org.thaw.deployer.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Where the parts of a zip file lie (APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16), to damage them on purpose. */
final class ZipBytes {
    static final int CENTRAL_METHOD = 10;
    static final int CENTRAL_CRC = 16;
    static final int CENTRAL_PACKED = 20;
    static final int CENTRAL_SIZE = 24;
    static final int CENTRAL_NAME_LENGTH = 28;
    static final int CENTRAL_LOCAL = 42;
    static final int END_ENTRIES = 10;
    static final int END_SIZE = 12;
    static final int END_OFFSET = 16;
    private static final int END = 22;
    private static final int CENTRAL = 46;
    private static final int LOCAL = 30;

    final byte[] bytes;
    /** The offset of each entry's header in the central directory, by name. */
    final Map<String, Integer> central = new LinkedHashMap<>();
    private final ByteBuffer view;

    ZipBytes(byte[] bytes) {
        this.bytes = bytes.clone();
        this.view = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = view.getInt(end() + END_OFFSET);
        for (int i = view.getShort(end() + END_ENTRIES); i > 0; i--) {
            int length = view.getShort(at + CENTRAL_NAME_LENGTH);
            central.put(new String(this.bytes, at + CENTRAL, length, StandardCharsets.UTF_8), at);
            at += CENTRAL + length + view.getShort(at + 30) + view.getShort(at + 32);
        }
    }

    /** Of the record at the end; the file has no comment. */
    int end() {
        return bytes.length - END;
    }

    int data(String name) {
        int local = view.getInt(central.get(name) + CENTRAL_LOCAL);
        return local + LOCAL + view.getShort(local + 26) + view.getShort(local + 28);
    }

    int packed(String name) {
        return view.getInt(central.get(name) + CENTRAL_PACKED);
    }

    ZipBytes flip(long bit) {
        bytes[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
        return this;
    }

    ZipBytes put(int at, int value) {
        view.putInt(at, value);
        return this;
    }

    /** Replaces each occurrence of a text by another of the same length. */
    ZipBytes replace(byte[] text, byte[] by) {
        for (int i = 0; i + text.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + text.length, text, 0, text.length)) {
                System.arraycopy(by, 0, bytes, i, by.length);
            }
        }
        return this;
    }

    /** Whether an entry's packed bytes still give what its checksum promises: then a flipped bit was one that means nothing. */
    boolean intact(String name) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, data(name), packed(name));
            byte[] plain = new byte[view.getInt(central.get(name) + CENTRAL_SIZE) + 1];
            int size = inflater.inflate(plain);
            CRC32 crc = new CRC32();
            crc.update(plain, 0, size);
            return inflater.finished() && size == plain.length - 1 && (int) crc.getValue() == view.getInt(central.get(name) + CENTRAL_CRC);
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
