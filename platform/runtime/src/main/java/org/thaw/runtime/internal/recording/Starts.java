package org.thaw.runtime.internal.recording;

/**
 * Where episodes begin in a block: the gaps between first steps, each with how often it follows itself. Episodes of one length take two or three bytes for all of them.
 * Numbers have seven bits in a byte, lowest first; the eighth says that more follow.
 */
final class Starts {
    /** A gap and how often, of two bytes each at the most. */
    static final int MOST_BYTES = 4 * Layout.MOST_STEPS;
    private static final int MORE = 0x80;

    /** Who is told of them. */
    interface Target {
        /** An episode begins with this step of the block. */
        void start(int step);
    }

    private final byte[] bytes = new byte[MOST_BYTES];
    private int length;
    private int last = -1;
    private int gap;
    private int repeats;

    void clear() {
        length = 0;
        last = -1;
        gap = 0;
        repeats = 0;
    }

    /** The next one. */
    void add(int step) {
        int next = step - last;
        if (next != gap) {
            finish();
            gap = next;
        }
        repeats++;
        last = step;
    }

    /** Writes what is open. Returns how many bytes there are. */
    int finish() {
        if (repeats > 0) {
            put(gap);
            put(repeats);
            repeats = 0;
        }
        return length;
    }

    private void put(int number) {
        int rest = number;
        for (; rest >= MORE; rest >>>= 7) {
            bytes[length++] = (byte) (rest | MORE);
        }
        bytes[length++] = (byte) rest;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Tells of all that stand in so many bytes. */
    static void read(byte[] in, int from, int bytes, Target target) {
        int step = -1;
        int at = from;
        while (at < from + bytes) {
            int gap = number(in, at);
            at += size(gap);
            int repeats = number(in, at);
            at += size(repeats);
            for (int i = 0; i < repeats; i++) {
                step += gap;
                target.start(step);
            }
        }
    }

    private static int number(byte[] in, int from) {
        int number = 0;
        int at = from;
        int shift = 0;
        for (; in[at] < 0; at++, shift += 7) {
            number |= (in[at] & MORE - 1) << shift;
        }
        return number | in[at] << shift;
    }

    private static int size(int number) {
        return number < 1 << 7 ? 1 : number < 1 << 14 ? 2 : number < 1 << 21 ? 3 : number < 1 << 28 ? 4 : 5;
    }
}
