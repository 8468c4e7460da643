package org.thaw.learners.baselines.internal;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Kernels;

/**
 * The scatter of examples around the running mean of their class, {@code S = Σ_c Σ_i (x_i − μ_c)(x_i − μ_c)ᵀ}, kept up batch by batch (after Chan,
 * Golub and LeVeque 1983). With {@code d = x − μ_c} from the mean before the batch, {@code s_c} the sum of these over the n examples of
 * the class in the batch and m its examples before, {@code S ← S + Σ d dᵀ − Σ_c s_c s_cᵀ / (m + n)}. The products run in the reproducible float
 * kernels over one batch; what is kept is double.
 */
final class WithinScatter implements Stateful {
    private final int classes;
    private final int size;
    private final Kernels kernels;
    private final ClassMeans means;
    private final double[] scatter;
    private final float[] change;
    private final double[] sums;
    private final int[] counts;
    private final int[] references;
    private final float[] corrections;
    private final float[] opposites;
    private float[] centred = {};

    WithinScatter(int classes, int size, Kernels kernels) {
        this.classes = classes;
        this.size = size;
        this.kernels = kernels;
        means = new ClassMeans(classes, size);
        scatter = new double[Math.multiplyExact(size, size)];
        change = new float[scatter.length];
        sums = new double[classes * size];
        counts = new int[classes];
        references = new int[classes];
        corrections = new float[sums.length];
        opposites = new float[sums.length];
    }

    /** Adds a batch. */
    void add(float[] x, int[] labels, int rows) {
        centre(x, labels, rows);
        kernels.sgemm(Kernels.Form.TN, size, size, rows, centred, 0, size, centred, 0, size, change, 0, size, false);
        int present = correct();
        kernels.sgemm(Kernels.Form.TN, size, size, present, opposites, 0, size, corrections, 0, size, change, 0, size, true);
        for (int i = 0; i < scatter.length; i++) {
            scatter[i] += change[i];
        }
        for (int row = 0; row < rows; row++) {
            means.add(labels[row], x, row * size);
        }
    }

    /** d for each row, and for each class their sum and number. The first example of a class stands in for a mean that is not there yet. */
    private void centre(float[] x, int[] labels, int rows) {
        if (centred.length < rows * size) {
            centred = new float[rows * size];
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        for (int row = 0; row < rows; row++) {
            int label = labels[row];
            if (counts[label]++ == 0) {
                references[label] = row;
            }
            boolean met = means.count(label) > 0;
            for (int j = 0; j < size; j++) {
                double reference = met ? means.mean(label, j) : x[references[label] * size + j];
                float d = (float) (x[row * size + j] - reference);
                centred[row * size + j] = d;
                sums[label * size + j] += d;
            }
        }
    }

    /** A row {@code s_c / √(m + n)} for each class in the batch, and its opposite; returns how many there are. */
    private int correct() {
        int present = 0;
        for (int c = 0; c < classes; c++) {
            if (counts[c] == 0) {
                continue;
            }
            double scale = 1 / Math.sqrt(means.count(c) + counts[c]);
            for (int j = 0; j < size; j++) {
                corrections[present * size + j] = (float) (sums[c * size + j] * scale);
                opposites[present * size + j] = -corrections[present * size + j];
            }
            present++;
        }
        return present;
    }

    /** The means of the classes. */
    ClassMeans means() {
        return means;
    }

    /** The covariance within classes, S over the number of examples, shrunk: {@code (1 − ε) S/n + ε I}. */
    double[] covariance(double shrinkage) {
        double[] covariance = new double[scatter.length];
        double scale = means.total() == 0 ? 0 : (1 - shrinkage) / means.total();
        for (int i = 0; i < scatter.length; i++) {
            covariance[i] = scale * scatter[i];
        }
        for (int j = 0; j < size; j++) {
            covariance[j * size + j] += shrinkage;
        }
        return covariance;
    }

    @Override
    public void save(StateWriter out) {
        means.save(out);
        out.tensor(StateKind.PARAMETER, "scatter", Tensor.of(scatter, size, size));
    }

    @Override
    public void restore(StateReader in) {
        means.restore(in);
        in.into("scatter", Tensor.of(scatter, size, size));
    }
}
