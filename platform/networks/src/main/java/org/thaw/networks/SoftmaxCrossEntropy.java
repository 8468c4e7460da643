package org.thaw.networks;

import org.thaw.networks.internal.Exponential;

/**
 * Softmax and cross-entropy, ℓ_r = −ln p_r[label_r], over the active classes only: an inactive class has probability 0
 * and gradient 0, as if the network had no output for it.
 *
 * <p>A mask holds either one value per class, for all rows, or [rows, classes] values. An empty mask means that all
 * classes are active. The loss is Σ_r w_r·ℓ_r; empty weights mean w_r = 1/rows, the mean over rows.
 *
 * <p>Returned arrays are buffers of this object, valid until the next call, and may be longer than the batch.
 */
public final class SoftmaxCrossEntropy {

    private static final boolean[] ALL = new boolean[0];
    private static final float[] MEAN = new float[0];

    private final int classes;
    private float[] probabilities = new float[0];
    private float[] gradient = new float[0];
    private float[] maxima = new float[0];
    private float[] losses = new float[0];

    /** For score rows of that many classes. */
    public SoftmaxCrossEntropy(int classes) {
        if (classes < 1) {
            throw new IllegalArgumentException("cross-entropy needs at least one class, not " + classes);
        }
        this.classes = classes;
    }

    /** The mean loss over rows, with all classes active. */
    public double of(float[] scores, int rows, int[] labels, int labelOffset) {
        return of(scores, rows, labels, labelOffset, ALL, MEAN);
    }

    /** The mean loss over rows, with a mask. */
    public double of(float[] scores, int rows, int[] labels, int labelOffset, boolean[] active) {
        return of(scores, rows, labels, labelOffset, active, MEAN);
    }

    /**
     * The loss; afterwards {@link #gradient()}, {@link #probabilities()} and {@link #losses()} hold the batch's values.
     *
     * @param scores      [rows, classes]
     * @param labels      class numbers, from index {@code labelOffset}
     * @param active      mask: empty, [classes] or [rows, classes]
     * @param weights     empty, or one factor per row
     * @return Σ_r w_r·ℓ_r
     * @throws IllegalArgumentException if a label is no active class, or a row has no active class
     */
    public double of(float[] scores, int rows, int[] labels, int labelOffset, boolean[] active, float[] weights) {
        softmax(scores, rows, active);
        if (weights.length != 0 && weights.length < rows) {
            throw new IllegalArgumentException("weights need one value for each of " + rows + " rows, not "
                    + weights.length);
        }
        if (gradient.length < rows * classes) {
            gradient = new float[rows * classes];
        }
        int step = active.length == classes ? 0 : classes;
        double total = 0;
        for (int r = 0; r < rows; r++) {
            int label = labels[labelOffset + r];
            if (label < 0 || label >= classes || active.length != 0 && !active[r * step + label]) {
                throw new IllegalArgumentException("the label of row " + r + " is " + label
                        + (label < 0 || label >= classes ? ", outside 0 … " + (classes - 1) : ", an inactive class"));
            }
            float weight = weights.length == 0 ? 1f / rows : weights[r];
            int at = r * classes;
            for (int c = 0; c < classes; c++) {
                gradient[at + c] = weight * probabilities[at + c];
            }
            gradient[at + label] = weight * (probabilities[at + label] - 1f);
            // softmax left ln(sum) in losses
            losses[r] += maxima[r] - scores[at + label];
            total += (double) weight * losses[r];
        }
        return total;
    }

    /** The probabilities of all classes. */
    public float[] softmax(float[] scores, int rows) {
        return softmax(scores, rows, ALL);
    }

    /**
     * The probabilities of the active classes, [rows, classes]; inactive ones are 0.
     *
     * @throws IllegalArgumentException if the mask has a wrong length or a row has no active class
     */
    public float[] softmax(float[] scores, int rows, boolean[] active) {
        check(scores, rows, active);
        int step = active.length == classes ? 0 : classes;
        for (int r = 0; r < rows; r++) {
            int at = r * classes;
            int mask = r * step;
            float max = Float.NEGATIVE_INFINITY;
            boolean any = false;
            for (int c = 0; c < classes; c++) {
                if (active.length == 0 || active[mask + c]) {
                    any = true;
                    max = Math.max(max, scores[at + c]);
                }
            }
            if (!any) {
                throw new IllegalArgumentException("row " + r + " has no active class");
            }
            float sum = 0;
            for (int c = 0; c < classes; c++) {
                float p = active.length == 0 || active[mask + c] ? Exponential.exp(scores[at + c] - max) : 0f;
                probabilities[at + c] = p;
                sum += p;
            }
            for (int c = 0; c < classes; c++) {
                probabilities[at + c] /= sum;
            }
            maxima[r] = max;
            losses[r] = (float) StrictMath.log(sum);
        }
        return probabilities;
    }

    /** ln Σ e^score of a row, right after {@link #softmax}. */
    double logNormaliser(int row) {
        return (double) maxima[row] + losses[row];
    }

    private void check(float[] scores, int rows, boolean[] active) {
        if (scores.length < rows * classes) {
            throw new IllegalArgumentException(rows + " rows of " + classes + " scores need " + rows * classes
                    + " values, not " + scores.length);
        }
        if (active.length != 0 && active.length != classes && active.length < rows * classes) {
            throw new IllegalArgumentException("a mask needs " + classes + " values, or " + rows * classes
                    + " for " + rows + " rows, not " + active.length);
        }
        if (probabilities.length < rows * classes) {
            probabilities = new float[rows * classes];
        }
        if (losses.length < rows) {
            losses = new float[rows];
            maxima = new float[rows];
        }
    }

    /** Derivative of the last loss by each score, [rows, classes]; what {@link Network#backward} takes. */
    public float[] gradient() {
        return gradient;
    }

    /** The last probabilities, [rows, classes]. */
    public float[] probabilities() {
        return probabilities;
    }

    /** The loss of each row at the last call of {@code of}, without its weight. */
    public float[] losses() {
        return losses;
    }
}
