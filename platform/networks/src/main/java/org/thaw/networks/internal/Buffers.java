package org.thaw.networks.internal;

/** Buffers that grow to the largest size asked for and then stay. */
final class Buffers {

    private Buffers() {
    }

    static float[] atLeast(float[] buffer, int rows, int columns) {
        int size = Math.multiplyExact(rows, columns);
        return buffer.length >= size ? buffer : new float[size];
    }
}
