package org.thaw.networks;

import java.util.SplittableRandom;

/** Random material for tests. */
final class Streams {

    private Streams() {
    }

    static Uniform uniform(long seed) {
        return new SplittableRandom(seed)::nextDouble;
    }

    /** Values uniform on [-1, 1). */
    static float[] values(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }

    static int[] labels(int count, int classes, long seed) {
        return new SplittableRandom(seed).ints(count, 0, classes).toArray();
    }
}
