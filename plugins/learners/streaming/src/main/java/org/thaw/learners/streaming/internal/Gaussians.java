package org.thaw.learners.streaming.internal;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** Count, mean, sum of squared deviations and range of each attribute in each class, one example at a time (Welford 1962). */
final class Gaussians implements Stateful {
    private final int classes;
    private final int attributes;
    private final double[] counts;
    private final double[] means;
    private final double[] squares;
    private final float[] lowest;
    private final float[] highest;

    Gaussians(int classes, int attributes) {
        this.classes = classes;
        this.attributes = attributes;
        counts = new double[classes];
        means = new double[Math.multiplyExact(classes, attributes)];
        squares = new double[means.length];
        lowest = new float[means.length];
        highest = new float[means.length];
    }

    /** Adds an example that lies in {@code x} from {@code offset}. */
    void add(int label, float[] x, int offset) {
        double n = ++counts[label];
        for (int j = 0; j < attributes; j++) {
            int at = label * attributes + j;
            float value = x[offset + j];
            double apart = value - means[at];
            means[at] += apart / n;
            squares[at] += apart * (value - means[at]);
            lowest[at] = n == 1 ? value : Math.min(lowest[at], value);
            highest[at] = n == 1 ? value : Math.max(highest[at], value);
        }
    }

    /** How many examples of a class there were. */
    double count(int label) {
        return counts[label];
    }

    /** How many examples there were. */
    double total() {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        return total;
    }

    /** The mean of an attribute in a class; 0 without examples. */
    double mean(int label, int attribute) {
        return means[label * attributes + attribute];
    }

    /** The variance of an attribute in a class, over n; 0 without examples. */
    double variance(int label, int attribute) {
        return counts[label] == 0 ? 0 : squares[label * attributes + attribute] / counts[label];
    }

    /** The variance of an attribute over all classes. */
    double variance(int attribute) {
        double total = total();
        double mean = 0;
        for (int c = 0; c < classes; c++) {
            mean += counts[c] / total * mean(c, attribute);
        }
        double variance = 0;
        for (int c = 0; c < classes; c++) {
            double apart = mean(c, attribute) - mean;
            variance += counts[c] / total * (variance(c, attribute) + apart * apart);
        }
        return total == 0 ? 0 : variance;
    }

    /** The least value of an attribute in a class that has examples. */
    double lowest(int label, int attribute) {
        return lowest[label * attributes + attribute];
    }

    /** The greatest value of an attribute in a class that has examples. */
    double highest(int label, int attribute) {
        return highest[label * attributes + attribute];
    }

    /** How many examples of a class have an attribute at or below a value, if the attribute is normal within its range. */
    double below(int label, int attribute, double value) {
        if (counts[label] == 0 || value < lowest(label, attribute)) {
            return 0;
        }
        if (value >= highest(label, attribute)) {
            return counts[label];
        }
        double deviation = Math.sqrt(variance(label, attribute));
        return counts[label] * Normal.below((value - mean(label, attribute)) / deviation);
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "counts", Tensor.of(counts, classes));
        out.tensor(StateKind.PARAMETER, "means", Tensor.of(means, classes, attributes));
        out.tensor(StateKind.PARAMETER, "squares", Tensor.of(squares, classes, attributes));
        out.tensor(StateKind.PARAMETER, "lowest", Tensor.of(lowest, classes, attributes));
        out.tensor(StateKind.PARAMETER, "highest", Tensor.of(highest, classes, attributes));
    }

    @Override
    public void restore(StateReader in) {
        in.into("counts", Tensor.of(counts, classes));
        in.into("means", Tensor.of(means, classes, attributes));
        in.into("squares", Tensor.of(squares, classes, attributes));
        in.into("lowest", Tensor.of(lowest, classes, attributes));
        in.into("highest", Tensor.of(highest, classes, attributes));
    }
}
