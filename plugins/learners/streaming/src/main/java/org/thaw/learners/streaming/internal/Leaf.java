package org.thaw.learners.streaming.internal;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** A leaf: what it met, by class and attribute, on top of the class counts that its parent estimated for it. */
final class Leaf implements Stateful {
    private final int classes;
    private final int attributes;
    private final Gaussians gaussians;
    private final double[] inherited;
    private final double[] left;
    private final double[] right;
    private double attempted;

    Leaf(int classes, int attributes) {
        this.classes = classes;
        this.attributes = attributes;
        gaussians = new Gaussians(classes, attributes);
        inherited = new double[classes];
        left = new double[classes];
        right = new double[classes];
    }

    void add(int label, float[] x, int offset) {
        gaussians.add(label, x, offset);
    }

    /** How many examples came here. */
    double met() {
        return gaussians.total();
    }

    /** How many had come at the last attempt to split. */
    double attempted() {
        return attempted;
    }

    void attempt() {
        attempted = met();
    }

    /** Examples of a class, inherited ones included. */
    double count(int label) {
        return inherited[label] + gaussians.count(label);
    }

    /** What was met here, without what was inherited. */
    Gaussians gaussians() {
        return gaussians;
    }

    /** How many classes came here. */
    int present() {
        int present = 0;
        for (int c = 0; c < classes; c++) {
            present += gaussians.count(c) > 0 ? 1 : 0;
        }
        return present;
    }

    /** The best split of an attribute, of {@code points} thresholds spread evenly between its least and its greatest value. */
    Split best(int attribute, int points) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            if (gaussians.count(c) > 0) {
                lowest = Math.min(lowest, gaussians.lowest(c, attribute));
                highest = Math.max(highest, gaussians.highest(c, attribute));
            }
        }
        Split best = Split.NONE;
        for (int i = 1; i <= points && lowest < highest; i++) {
            double threshold = lowest + (highest - lowest) * i / (points + 1);
            double gain = gain(attribute, threshold);
            if (gain > best.gain()) {
                best = new Split(attribute, threshold, gain);
            }
        }
        return best;
    }

    private double gain(int attribute, double threshold) {
        double[] all = new double[classes];
        double below = 0;
        for (int c = 0; c < classes; c++) {
            all[c] = gaussians.count(c);
            left[c] = gaussians.below(c, attribute, threshold);
            right[c] = all[c] - left[c];
            below += left[c];
        }
        double share = below / met();
        return Split.entropy(all) - share * Split.entropy(left) - (1 - share) * Split.entropy(right);
    }

    /** A new leaf for one side of a split, with the class counts that are to be expected there. */
    Leaf child(Split split, boolean leftSide) {
        Leaf child = new Leaf(classes, attributes);
        for (int c = 0; c < classes; c++) {
            double below = gaussians.below(c, split.attribute(), split.threshold());
            child.inherited[c] = leftSide ? below : gaussians.count(c) - below;
        }
        return child;
    }

    /** What is saved beside the tensors. */
    public record Progress(double attempted) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.OPTIMISER, "progress", new Progress(attempted));
        out.tensor(StateKind.PARAMETER, "inherited", Tensor.of(inherited, classes));
        out.part("met", gaussians);
    }

    @Override
    public void restore(StateReader in) {
        attempted = in.record("progress", Progress.class).attempted();
        in.into("inherited", Tensor.of(inherited, classes));
        in.part("met", gaussians);
    }
}
