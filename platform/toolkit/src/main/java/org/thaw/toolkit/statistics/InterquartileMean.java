package org.thaw.toolkit.statistics;

import java.util.Arrays;

/** The mean of the middle half of values, without the lowest and the highest ⌊n/4⌋ (Agarwal et al. 2021, section 4.3). */
public final class InterquartileMean {
    private InterquartileMean() {
    }

    /** Of these values; NaN of none. */
    public static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = sorted.length / 4;
        double sum = 0;
        for (int i = cut; i < sorted.length - cut; i++) {
            sum += sorted[i];
        }
        return sum / (sorted.length - 2 * cut);
    }
}
