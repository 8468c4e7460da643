package org.thaw.networks;

/**
 * A loss that is a sum over outputs, each compared with a target of its own: Σ_r w_r · Σ_c ℓ(y_rc, t_rc) over the
 * active outputs c; an inactive one has loss 0 and gradient 0.
 *
 * <p>A mask holds either one value per output, for all rows, or [rows, outputs] values (one action of each row, the head
 * of each row's task); an empty one means that all are active. Empty weights mean the mean over all active values.
 * Returned arrays are buffers of this object, valid until the next call, and may be longer than the batch.
 */
public abstract sealed class ElementwiseLoss permits MeanSquaredError, Huber, BinaryCrossEntropy {

    private static final boolean[] ALL = new boolean[0];
    private static final float[] MEAN = new float[0];

    private final int outputs;
    private float[] gradient = new float[0];

    ElementwiseLoss(int outputs) {
        if (outputs < 1) {
            throw new IllegalArgumentException("a loss needs at least one output, not " + outputs);
        }
        this.outputs = outputs;
    }

    /** ℓ(y, t). */
    abstract double loss(float prediction, float target);

    /** Its derivative by y. */
    abstract float slope(float prediction, float target);

    /** The mean over rows and outputs. */
    public final double of(float[] predictions, int rows, float[] targets, int targetOffset) {
        return of(predictions, rows, targets, targetOffset, ALL, MEAN);
    }

    /** The mean over active outputs. */
    public final double of(float[] predictions, int rows, float[] targets, int targetOffset, boolean[] active) {
        return of(predictions, rows, targets, targetOffset, active, MEAN);
    }

    /**
     * The loss; afterwards {@link #gradient()} holds its derivative.
     *
     * @param predictions [rows, outputs]
     * @param targets     [rows, outputs], from index {@code targetOffset}
     * @param active      mask: empty, [outputs] or [rows, outputs]
     * @param weights     empty, or one factor per row
     */
    public final double of(float[] predictions, int rows, float[] targets, int targetOffset, boolean[] active,
            float[] weights) {
        int count = rows * outputs;
        check(rows, predictions, targets, targetOffset, active, weights);
        if (gradient.length < count) {
            gradient = new float[count];
        }
        int step = active.length == outputs ? 0 : outputs;
        int used = 0;
        for (int i = 0; i < count && weights.length == 0; i++) {
            used += active.length == 0 || active[i / outputs * step + i % outputs] ? 1 : 0;
        }
        double total = 0;
        for (int r = 0; r < rows; r++) {
            float weight = weights.length == 0 ? 1f / used : weights[r];
            double sum = 0;
            for (int c = 0; c < outputs; c++) {
                int at = r * outputs + c;
                if (active.length == 0 || active[r * step + c]) {
                    float target = targets[targetOffset + at];
                    sum += loss(predictions[at], target);
                    gradient[at] = weight * slope(predictions[at], target);
                } else {
                    gradient[at] = 0f;
                }
            }
            total += weight * sum;
        }
        return used == 0 && weights.length == 0 ? 0 : total;
    }

    private void check(int rows, float[] predictions, float[] targets, int offset, boolean[] active, float[] weights) {
        int count = rows * outputs;
        if (predictions.length < count || offset < 0 || targets.length - offset < count) {
            throw new IllegalArgumentException(rows + " rows of " + outputs + " outputs need " + count
                    + " predictions and targets, not " + predictions.length + " and " + (targets.length - offset));
        }
        if (active.length != 0 && active.length != outputs && active.length < count) {
            throw new IllegalArgumentException("a mask needs " + outputs + " values, or " + count + " for " + rows
                    + " rows, not " + active.length);
        }
        if (weights.length != 0 && weights.length < rows) {
            throw new IllegalArgumentException("weights need one value for each of " + rows + " rows, not "
                    + weights.length);
        }
    }

    /** Derivative of the last loss by each prediction, [rows, outputs]; what {@link Network#backward} takes. */
    public final float[] gradient() {
        return gradient;
    }
}
