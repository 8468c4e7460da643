package org.thaw.learners.streaming.internal;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/**
 * ADWIN2 (Bifet and Gavaldà 2007): a window of zeros and ones that grows while their mean stays and loses its older part when two parts of it
 * differ, by {@code |μ₀ − μ₁| > ε} with {@code ε = √(2/m σ² ln(2/δ′)) + 2/(3m) ln(2/δ′)}, {@code 1/m = 1/n₀ + 1/n₁} and {@code δ′ = δ / ln n}
 * (section 4.1). The window is an exponential histogram: at most {@value #PER_ROW} buckets of each size 1, 2, 4 …, so memory grows with the
 * logarithm of its length.
 */
final class Adwin implements Stateful {
    private static final int PER_ROW = 5;
    private static final int ROWS = 40;

    private final double delta;
    private final int[] buckets = new int[ROWS];
    /** Sums of the buckets of a row, oldest first; one place more than there may be, for the moment before two are merged. */
    private final double[] sums = new double[ROWS * (PER_ROW + 1)];
    private long length;
    private double total;

    /** @param delta δ: how often, at most, a window without change is cut */
    Adwin(double delta) {
        this.delta = delta;
    }

    /** The bound ε for a window of n numbers of this variance, cut into n₀ and n₁. */
    static double bound(long n0, long n1, double variance, double delta) {
        double inverse = 1.0 / n0 + 1.0 / n1;
        double logarithm = StrictMath.log(2 * StrictMath.log(n0 + n1) / delta);
        return Math.sqrt(2 * inverse * variance * logarithm) + 2.0 / 3 * inverse * logarithm;
    }

    /**
     * Adds a number that is 0 or 1, such as an error.
     *
     * @return whether the window was cut because its newer part has the higher mean
     */
    boolean add(double value) {
        length++;
        total += value;
        insert(0, value);
        boolean rose = false;
        for (int cut = cut(); cut != 0; cut = cut()) {
            rose |= cut > 0;
            dropOldest();
        }
        return rose;
    }

    private void insert(int row, double sum) {
        sums[row * (PER_ROW + 1) + buckets[row]++] = sum;
        if (buckets[row] > PER_ROW) {
            int at = row * (PER_ROW + 1);
            double merged = sums[at] + sums[at + 1];
            System.arraycopy(sums, at + 2, sums, at, PER_ROW - 1);
            buckets[row] -= 2;
            insert(row + 1, merged);
        }
    }

    /** 0 if no cut is called for, else 1 where the newer part has the higher mean and −1 where it has the lower. */
    private int cut() {
        double mean = total / length;
        // of zeros and ones
        double variance = mean * (1 - mean);
        long n0 = 0;
        double sum0 = 0;
        for (int row = ROWS - 1; row >= 0; row--) {
            for (int i = 0; i < buckets[row]; i++) {
                n0 += 1L << row;
                sum0 += sums[row * (PER_ROW + 1) + i];
                long n1 = length - n0;
                if (n1 == 0) {
                    return 0;
                }
                double rise = (total - sum0) / n1 - sum0 / n0;
                if (Math.abs(rise) > bound(n0, n1, variance, delta)) {
                    return rise > 0 ? 1 : -1;
                }
            }
        }
        return 0;
    }

    private void dropOldest() {
        int row = ROWS - 1;
        while (buckets[row] == 0) {
            row--;
        }
        int at = row * (PER_ROW + 1);
        length -= 1L << row;
        total -= sums[at];
        System.arraycopy(sums, at + 1, sums, at, PER_ROW);
        buckets[row]--;
    }

    /** How many numbers are in the window. */
    long length() {
        return length;
    }

    /** Their mean; 0 for an empty window. */
    double mean() {
        return length == 0 ? 0 : total / length;
    }

    /** Forgets everything. */
    void reset() {
        Arrays.fill(buckets, 0);
        Arrays.fill(sums, 0);
        length = 0;
        total = 0;
    }

    /** What is saved beside the buckets. */
    public record Progress(long length, double total) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "window", new Progress(length, total));
        out.tensor(StateKind.MEMORY, "buckets", Tensor.of(buckets, ROWS));
        out.tensor(StateKind.MEMORY, "sums", Tensor.of(sums, ROWS, PER_ROW + 1));
    }

    @Override
    public void restore(StateReader in) {
        Progress progress = in.record("window", Progress.class);
        length = progress.length();
        total = progress.total();
        in.into("buckets", Tensor.of(buckets, ROWS));
        in.into("sums", Tensor.of(sums, ROWS, PER_ROW + 1));
    }
}
