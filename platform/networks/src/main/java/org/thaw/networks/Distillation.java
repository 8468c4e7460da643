package org.thaw.networks;

/**
 * Distillation with temperature T (Hinton, Vinyals and Dean 2015, section 2): T² times the cross-entropy between the teacher's
 * softened probabilities softmax(z/T) and the student's softmax(y/T), over the active classes. The factor T² keeps its gradient
 * on the scale of ordinary cross-entropy. The gradient is T·w_r·(softmax(y/T) − softmax(z/T)).
 *
 * <p>Masks and weights are those of {@link SoftmaxCrossEntropy}. Returned arrays are buffers, valid until the next call.
 */
public final class Distillation {

    private static final boolean[] ALL = new boolean[0];
    private static final float[] MEAN = new float[0];

    private final int classes;
    private final float temperature;
    private final SoftmaxCrossEntropy student;
    private final SoftmaxCrossEntropy teacher;
    private float[] studentScores = new float[0];
    private float[] teacherScores = new float[0];
    private float[] gradient = new float[0];

    /** For score rows of that many classes, at a temperature above 0. */
    public Distillation(int classes, double temperature) {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("a temperature is above 0, not " + temperature);
        }
        this.classes = classes;
        this.temperature = (float) temperature;
        student = new SoftmaxCrossEntropy(classes);
        teacher = new SoftmaxCrossEntropy(classes);
    }

    /** The mean over rows, with all classes active. */
    public double of(float[] scores, int rows, float[] targets, int targetOffset) {
        return of(scores, rows, targets, targetOffset, ALL, MEAN);
    }

    /**
     * The loss; afterwards {@link #gradient()} holds its derivative by the student's scores.
     *
     * @param scores  the student's, [rows, classes]
     * @param targets the teacher's scores (not probabilities), [rows, classes], from index {@code targetOffset}
     * @param active  mask: empty, [classes] or [rows, classes]
     * @param weights empty for the mean over rows, or one factor per row
     */
    public double of(float[] scores, int rows, float[] targets, int targetOffset, boolean[] active, float[] weights) {
        int count = rows * classes;
        if (scores.length < count || targetOffset < 0 || targets.length - targetOffset < count) {
            throw new IllegalArgumentException(rows + " rows of " + classes + " classes need " + count
                    + " scores and targets, not " + scores.length + " and " + (targets.length - targetOffset));
        }
        if (weights.length != 0 && weights.length < rows) {
            throw new IllegalArgumentException("weights need one value for each of " + rows + " rows, not "
                    + weights.length);
        }
        if (gradient.length < count) {
            gradient = new float[count];
            studentScores = new float[count];
            teacherScores = new float[count];
        }
        for (int i = 0; i < count; i++) {
            studentScores[i] = scores[i] / temperature;
            teacherScores[i] = targets[targetOffset + i] / temperature;
        }
        float[] p = student.softmax(studentScores, rows, active);
        float[] q = teacher.softmax(teacherScores, rows, active);
        double total = 0;
        for (int r = 0; r < rows; r++) {
            float weight = weights.length == 0 ? 1f / rows : weights[r];
            double loss = student.logNormaliser(r);
            for (int i = r * classes; i < (r + 1) * classes; i++) {
                // an inactive class has probability 0 for both, but its score may be anything
                loss -= q[i] == 0 ? 0 : (double) q[i] * studentScores[i];
                gradient[i] = weight * temperature * (p[i] - q[i]);
            }
            total += weight * loss;
        }
        return total * temperature * temperature;
    }

    /** Derivative of the last loss by each of the student's scores, [rows, classes]. */
    public float[] gradient() {
        return gradient;
    }
}
