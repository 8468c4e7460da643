package org.thaw.runtime.internal.recording;

import java.util.Arrays;
import java.util.Objects;

/** Numbers in the order of their coming. */
final class Ints {
    private static final int SOME = 8;

    private int[] values = new int[SOME];
    private int count;

    void add(int value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count + (count >> 1));
        }
        values[count++] = value;
    }

    int count() {
        return count;
    }

    int get(int index) {
        return values[Objects.checkIndex(index, count)];
    }

    /** Where the last one stands that is at most so large; they ascend, and the first is. */
    int floor(int value) {
        int found = Arrays.binarySearch(values, 0, count, value);
        return found >= 0 ? found : -found - 2;
    }
}
