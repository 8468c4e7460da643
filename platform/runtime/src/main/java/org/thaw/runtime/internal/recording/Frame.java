package org.thaw.runtime.internal.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * What stands before each block of a recording: what it is, how long, and the checksums (CRC-32C) of the block and of this. Behind it come the places of first
 * steps, then what is stored. A reusable buffer.
 */
final class Frame {
    /** Lives begin: one for each lane. */
    static final int BEGIN = tag("BEGN");
    /** Steps of one life. */
    static final int STEPS = tag("STEP");
    /** The lives that are going on are over. */
    static final int END = tag("ENDS");
    /** How long it is. */
    static final int BYTES = 40;
    private static final int SUM_AT = BYTES - Integer.BYTES;

    private final CRC32C sum = new CRC32C();

    int tag;
    /** Which one, or the first of those that begin. */
    int life;
    /** How many steps of that life come before. */
    int first;
    /** How many steps; how many lives that begin. */
    int count;
    /** Bytes of the places of first steps. */
    int starts;
    /** Bytes once unpacked. */
    int packed;
    /** Bytes in the file. */
    int stored;
    /** CRC-32C of what is stored. */
    int check;

    private static int tag(String letters) {
        return LittleEndian.getInt(letters.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /** A mark without content. */
    void mark(int tag, int life, int count) {
        this.tag = tag;
        this.life = life;
        this.count = count;
        first = 0;
        starts = 0;
        packed = 0;
        stored = 0;
        check = 0;
    }

    /** Writes it to the beginning of a buffer, where the places of first steps stand already behind it. */
    void write(byte[] out) {
        Arrays.fill(out, 0, BYTES, (byte) 0);
        LittleEndian.putInt(out, 0, tag);
        LittleEndian.putInt(out, 4, life);
        LittleEndian.putInt(out, 8, first);
        LittleEndian.putInt(out, 12, count);
        LittleEndian.putInt(out, 16, starts);
        LittleEndian.putInt(out, 20, packed);
        LittleEndian.putInt(out, 24, stored);
        LittleEndian.putInt(out, 28, check);
        LittleEndian.putInt(out, SUM_AT, sum(out));
    }

    /** Reads all but the checksum, which covers more than this. */
    void read(byte[] in) {
        tag = LittleEndian.getInt(in, 0);
        life = LittleEndian.getInt(in, 4);
        first = LittleEndian.getInt(in, 8);
        count = LittleEndian.getInt(in, 12);
        starts = LittleEndian.getInt(in, 16);
        packed = LittleEndian.getInt(in, 20);
        stored = LittleEndian.getInt(in, 24);
        check = LittleEndian.getInt(in, 28);
    }

    /** Whether the checksum holds of a buffer with a frame and the places of first steps behind it. */
    boolean isWhole(byte[] in) {
        return LittleEndian.getInt(in, SUM_AT) == sum(in);
    }

    private int sum(byte[] bytes) {
        sum.reset();
        sum.update(bytes, 0, SUM_AT);
        sum.update(bytes, BYTES, starts);
        return (int) sum.getValue();
    }
}
