package org.thaw.runtime.internal.recording;

import java.util.Arrays;

/** The different ones among rows of bytes of one width, in the order in which they come first. Used again and again. */
final class RowTable {
    private static final int FREE = -1;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** Open addressing; which entry stands there. */
    private final int[] slots;
    private final int shift;
    private final int[] places;
    private final int[] entryOf;
    private int entries;
    private int count;

    /**
     * @param mostEntries how many different ones there can be
     * @param mostRows    how many rows
     */
    RowTable(int mostEntries, int mostRows) {
        int bits = 33 - Integer.numberOfLeadingZeros(mostEntries);
        slots = new int[1 << bits];
        shift = Long.SIZE - bits;
        places = new int[mostEntries];
        entryOf = new int[mostRows];
    }

    /** Looks at all rows; false as soon as there are more different ones than wanted. */
    boolean gather(byte[] data, int from, int width, int rows, int most) {
        Arrays.fill(slots, FREE);
        entries = 0;
        count = rows;
        for (int i = 0; i < rows; i++) {
            int place = from + i * width;
            int slot = (int) (hash(data, place, width) * SPREAD >>> shift);
            while (slots[slot] != FREE && !same(data, places[slots[slot]], place, width)) {
                slot = slot + 1 & slots.length - 1;
            }
            if (slots[slot] == FREE) {
                if (entries == most) {
                    return false;
                }
                places[entries] = place;
                slots[slot] = entries++;
            }
            entryOf[i] = slots[slot];
        }
        return true;
    }

    private static long hash(byte[] data, int at, int width) {
        if (width == Integer.BYTES) {
            return LittleEndian.getInt(data, at);
        }
        long hash = 0;
        int i = 0;
        for (; i + Long.BYTES <= width; i += Long.BYTES) {
            hash = mixed(hash, LittleEndian.getLong(data, at + i));
        }
        if (i + Integer.BYTES <= width) {
            hash = mixed(hash, LittleEndian.getInt(data, at + i));
            i += Integer.BYTES;
        }
        for (; i < width; i++) {
            hash = mixed(hash, data[at + i]);
        }
        return hash;
    }

    private static long mixed(long hash, long next) {
        long product = (hash ^ next) * SPREAD;
        return product ^ product >>> 32; // or what differs in the highest bits alone would stay there
    }

    private static boolean same(byte[] data, int a, int b, int width) {
        if (width == Integer.BYTES) {
            return LittleEndian.getInt(data, a) == LittleEndian.getInt(data, b);
        }
        if (width == Long.BYTES) {
            return LittleEndian.getLong(data, a) == LittleEndian.getLong(data, b);
        }
        return Arrays.equals(data, a, a + width, data, b, b + width);
    }

    /** How many different ones there are. */
    int entries() {
        return entries;
    }

    /** Where an entry came first. */
    int place(int entry) {
        return places[entry];
    }

    /** How many rows there are. */
    int count() {
        return count;
    }

    /** Which entry a row is. */
    int entry(int row) {
        return entryOf[row];
    }
}
