package org.thaw.learners.baselines.internal;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** Sums and counts of the examples of each class. Sums of float values in double: their order hardly matters. */
final class ClassMeans implements Stateful {
    /** The score of a class of which no example was met: below every other, and finite. */
    static final float UNSEEN = -Float.MAX_VALUE;

    private final int classes;
    private final int size;
    private final double[] sums;
    private final long[] counts;
    private final double[] means;
    private final double[] squares;
    private long total;

    ClassMeans(int classes, int size) {
        this.classes = classes;
        this.size = size;
        sums = new double[Math.multiplyExact(classes, size)];
        counts = new long[classes];
        means = new double[sums.length];
        squares = new double[classes];
    }

    /** Adds an example. */
    void add(int label, float[] x, int from) {
        int to = label * size;
        for (int j = 0; j < size; j++) {
            sums[to + j] += x[from + j];
        }
        counts[label]++;
        total++;
    }

    /** Writes {@code 2 x·μ_c − ‖μ_c‖²} for each row and class. */
    void scores(float[] x, int rows, float[] scores) {
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < classes; c++) {
                scores[row * classes + c] = counts[c] == 0 ? UNSEEN : (float) (2 * dot(x, row * size, c * size) - squares[c]);
            }
        }
    }

    private double dot(float[] x, int from, int mean) {
        double dot = 0;
        for (int j = 0; j < size; j++) {
            dot += x[from + j] * means[mean + j];
        }
        return dot;
    }

    /** Computes the means from sums and counts. */
    void derive() {
        Arrays.fill(squares, 0);
        for (int c = 0; c < classes; c++) {
            for (int j = c * size; j < (c + 1) * size; j++) {
                means[j] = counts[c] == 0 ? 0 : sums[j] / counts[c];
                squares[c] += means[j] * means[j];
            }
        }
    }

    /** The mean of a class that has examples, in one dimension. */
    double mean(int label, int j) {
        return sums[label * size + j] / counts[label];
    }

    /** How many examples of a class were met. */
    long count(int label) {
        return counts[label];
    }

    /** How many examples were met. */
    long total() {
        return total;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "sums", Tensor.of(sums, classes, size));
        out.tensor(StateKind.PARAMETER, "counts", Tensor.of(counts, classes));
    }

    @Override
    public void restore(StateReader in) {
        in.into("sums", Tensor.of(sums, classes, size));
        in.into("counts", Tensor.of(counts, classes));
        total = Arrays.stream(counts).sum();
    }
}
