package org.thaw.learners.rehearsal.internal;

import java.util.List;
import org.thaw.api.Tensor;
import org.thaw.toolkit.RowBuffers;

/** Nearest mean of exemplars (Rebuffi et al. 2017, algorithm 1). The score is {@code −‖φ(x) − μ_c‖²} with φ and μ of length 1. */
final class NearestExemplars {
    /** The score of a class without exemplars: below every other, and finite. */
    static final float NONE = -Float.MAX_VALUE;

    private final int classes;
    private final FeatureSpace space;
    private final float[] means;
    private final boolean[] present;
    private final RowBuffers<Tensor> scores;
    private final RowBuffers<float[]> features;

    NearestExemplars(int classes, FeatureSpace space) {
        this.classes = classes;
        this.space = space;
        means = new float[classes * space.width()];
        present = new boolean[classes];
        scores = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, classes));
        features = new RowBuffers<>(n -> new float[n * space.width()]);
    }

    /** Computes the classes' means in the present feature space. */
    void derive(Exemplars exemplars) {
        int width = space.width();
        for (int c = 0; c < classes; c++) {
            List<float[]> own = exemplars.of(c);
            present[c] = !own.isEmpty();
            double[] sum = new double[width];
            float[] of = space.of(own);
            for (int i = 0; i < of.length; i++) {
                sum[i % width] += of[i];
            }
            double square = 0;
            for (double value : sum) {
                square += value * value;
            }
            for (int j = 0; j < width; j++) {
                means[c * width + j] = square > 0 ? (float) (sum[j] / Math.sqrt(square)) : 0;
            }
        }
    }

    /** Scores of rows of inputs. */
    Tensor scores(float[] inputs, int rows) {
        int width = space.width();
        float[] phi = features.rows(rows);
        space.of(inputs, rows, phi);
        Tensor answer = scores.rows(rows);
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < classes; c++) {
                double distance = 0;
                for (int j = 0; j < width; j++) {
                    double apart = phi[row * width + j] - means[c * width + j];
                    distance += apart * apart;
                }
                answer.floats()[row * classes + c] = present[c] ? (float) -distance : NONE;
            }
        }
        return answer;
    }
}
