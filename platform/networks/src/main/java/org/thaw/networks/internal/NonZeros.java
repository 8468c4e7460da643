package org.thaw.networks.internal;

/**
 * The terms of a sum that are worth their while. Where many values of a vector are zero, those are left out: behind a rectifier about every second one is, in a picture most are. All kernels ask
 * here, so that all leave out the same. It works without branches, which would be guessed wrong half the time.
 */
final class NonZeros {

    /** The most values at once. */
    static final int MOST = 512;
    /** Every so many values one is looked at. */
    private static final int SAMPLE = 8;
    private static final int[] ALL = all();

    private final float[] kept = new float[MOST];
    private final int[] places = new int[MOST];
    /** The values, from {@link #at} on. */
    float[] values = kept;
    int at;
    /** For each value, how many stand before it in the vector. */
    int[] before = ALL;
    int count;

    private static int[] all() {
        int[] all = new int[MOST];
        for (int i = 0; i < MOST; i++) {
            all[i] = i;
        }
        return all;
    }

    /** Reads {@code depth} values of {@code a} that lie {@code step} apart, at most {@link #MOST}. */
    void read(float[] a, int from, int step, int depth) {
        if (pays(a, from, step, depth)) {
            leaveOut(a, from, step, depth);
            return;
        }
        before = ALL;
        count = depth;
        values = step == 1 ? a : kept;
        at = step == 1 ? from : 0;
        if (step != 1) {
            for (int p = 0; p < depth; p++) {
                kept[p] = a[from + p * step];
            }
        }
    }

    /** Lets go of an array that is somebody else's. */
    void release() {
        values = kept;
    }

    /** Whether of every eighth value more than an eighth is zero. */
    private static boolean pays(float[] a, int from, int step, int depth) {
        int zeros = 0;
        for (int p = 0; p < depth; p += SAMPLE) {
            if (a[from + p * step] == 0f) {
                zeros++;
            }
        }
        return zeros * SAMPLE > depth / 8;
    }

    private void leaveOut(float[] a, int from, int step, int depth) {
        int n = 0;
        for (int p = 0; p < depth; p++) {
            float value = a[from + p * step];
            kept[n] = value;
            places[n] = p;
            int magnitude = Float.floatToRawIntBits(value) << 1;
            n += (magnitude | -magnitude) >>> 31;
        }
        values = kept;
        at = 0;
        before = places;
        count = n;
    }
}
