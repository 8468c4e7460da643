package org.thaw.learners.rehearsal.internal;

/**
 * Herding (Welling 2009; iCaRL's algorithm 4): picks rows one after another so that the mean of those picked stays as near as can be to the mean of
 * all: {@code p_k = argmin ‖μ − 1/k [φ(x) + Σ_{j<k} φ(p_j)]‖}. Any first part of the list is a good sample itself.
 */
final class Herding {
    private Herding() {
    }

    /**
     * Picks rows.
     *
     * @param features [rows, width]
     * @param count    how many to pick, at most {@code rows}
     * @return their numbers, in the order in which they were picked
     */
    static int[] pick(float[] features, int rows, int width, int count) {
        double[] mean = new double[width];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < width; j++) {
                mean[j] += features[row * width + j] / (double) rows;
            }
        }
        int[] picked = new int[Math.min(count, rows)];
        boolean[] taken = new boolean[rows];
        double[] wanted = new double[width];
        double[] sum = new double[width];
        for (int k = 0; k < picked.length; k++) {
            // ‖μ − (φ + S)/k‖ is least where ‖(k μ − S) − φ‖ is
            for (int j = 0; j < width; j++) {
                wanted[j] = (k + 1) * mean[j] - sum[j];
            }
            int best = nearest(features, taken, wanted);
            taken[best] = true;
            picked[k] = best;
            for (int j = 0; j < width; j++) {
                sum[j] += features[best * width + j];
            }
        }
        return picked;
    }

    private static int nearest(float[] features, boolean[] taken, double[] wanted) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < taken.length; row++) {
            double distance = 0;
            for (int j = 0; j < wanted.length && !taken[row]; j++) {
                double apart = wanted[j] - features[row * wanted.length + j];
                distance += apart * apart;
            }
            if (!taken[row] && (best < 0 || distance < least)) {
                least = distance;
                best = row;
            }
        }
        return best;
    }
}
