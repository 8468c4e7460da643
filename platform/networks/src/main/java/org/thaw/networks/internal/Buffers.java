package org.thaw.networks.internal;

/** Buffers that grow to the largest size asked for and then stay. */
final class Buffers {

    private Buffers() {
    }

    static float[] atLeast(float[] buffer, int rows, int columns) {
        int size = Math.multiplyExact(rows, columns);
        return buffer.length >= size ? buffer : new float[size];
    }

    static int[] atLeast(int[] buffer, int size) {
        return buffer.length >= size ? buffer : new int[size];
    }

    /** Repeats the first {@code period} values up to {@code end}, by doubling. */
    static void repeat(float[] buffer, int period, int end) {
        for (int done = period; done < end; ) {
            int count = Math.min(done, end - done);
            System.arraycopy(buffer, 0, buffer, done, count);
            done += count;
        }
    }
}
