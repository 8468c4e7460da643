package org.thaw.networks.internal;

import java.util.Arrays;
import org.thaw.networks.SequenceNetwork;

/** Memories of several lives as one array, lane after lane, with the number of positions each has behind it. */
abstract class Lanes implements SequenceNetwork.Memory {

    /** A length is saved in two values: its upper and lower half, which floats hold exactly. */
    private static final int HEADER = 2;
    private static final int HALF = 16;

    final float[] values;
    private final Object owner;
    private final int[] lengths;
    private final int size;

    /** @param size values of one lane */
    Lanes(Object owner, int lanes, int size) {
        if (lanes < 1) {
            throw new IllegalArgumentException("a memory needs at least one lane, not " + lanes);
        }
        this.owner = owner;
        this.size = size;
        lengths = new int[lanes];
        values = new float[Math.multiplyExact(lanes, size)];
    }

    /** Index of a lane's first value. */
    final int start(int lane) {
        return lane * size;
    }

    /** @throws IllegalArgumentException if it is another network's, @throws IndexOutOfBoundsException if a lane is not there */
    public final void check(Object network, int[] wanted, int count) {
        if (network != owner) {
            throw new IllegalArgumentException("this memory was made by another network; ask this one for a memory of its own");
        }
        if (count < 1 || count > wanted.length) {
            throw new IndexOutOfBoundsException("cannot advance " + count + " of " + wanted.length + " lanes");
        }
        for (int i = 0; i < count; i++) {
            check(wanted[i]);
        }
    }

    private void check(int lane) {
        if (lane < 0 || lane >= lengths.length) {
            throw new IndexOutOfBoundsException("there is no lane " + lane + " in a memory of " + lengths.length);
        }
    }

    /** Counts one more position of each of these lanes. */
    public final void count(int[] lanes, int count) {
        for (int i = 0; i < count; i++) {
            lengths[lanes[i]]++;
        }
    }

    @Override
    public final int lanes() {
        return lengths.length;
    }

    @Override
    public final void clear(int lane) {
        check(lane);
        lengths[lane] = 0;
        Arrays.fill(values, start(lane), start(lane) + size, 0f);
    }

    @Override
    public final int length(int lane) {
        check(lane);
        return lengths[lane];
    }

    @Override
    public final int size() {
        return HEADER + size;
    }

    @Override
    public final void save(int lane, float[] to, int offset) {
        check(lane);
        to[offset] = lengths[lane] >>> HALF;
        to[offset + 1] = lengths[lane] & 0xffff;
        System.arraycopy(values, start(lane), to, offset + HEADER, size);
    }

    @Override
    public final void restore(int lane, float[] from, int offset) {
        check(lane);
        if (offset < 0 || offset + size() > from.length) {
            throw new IndexOutOfBoundsException("a saved memory of " + size() + " values from index " + offset
                    + " does not fit an array of " + from.length);
        }
        lengths[lane] = (int) from[offset] << HALF | (int) from[offset + 1];
        System.arraycopy(from, offset + HEADER, values, start(lane), size);
    }
}
