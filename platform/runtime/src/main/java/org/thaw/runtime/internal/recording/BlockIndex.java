package org.thaw.runtime.internal.recording;

import java.util.Arrays;

/** Where the blocks of a file are. Numbers from 0 in the order of the file; 24 bytes for each. */
final class BlockIndex {
    private static final int SOME = 8;

    private long[] places = new long[SOME];
    private final Ints stored = new Ints();
    private final Ints packed = new Ints();
    private final Ints sums = new Ints();
    private final Ints steps = new Ints();

    /** Another one. Returns its number. @param place where what is stored begins */
    int add(Frame frame, long place) {
        int block = stored.count();
        if (block == places.length) {
            places = Arrays.copyOf(places, block + (block >> 1));
        }
        places[block] = place;
        stored.add(frame.stored);
        packed.add(frame.packed);
        sums.add(frame.check);
        steps.add(frame.count);
        return block;
    }

    /** Where in the file what is stored of it begins. */
    long place(int block) {
        return places[block];
    }

    /** Bytes in the file. */
    int stored(int block) {
        return stored.get(block);
    }

    /** Bytes once unpacked. */
    int packed(int block) {
        return packed.get(block);
    }

    /** CRC-32C of what is stored. */
    int sum(int block) {
        return sums.get(block);
    }

    int steps(int block) {
        return steps.get(block);
    }
}
