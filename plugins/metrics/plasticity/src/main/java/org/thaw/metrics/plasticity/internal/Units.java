package org.thaw.metrics.plasticity.internal;

/**
 * What the units of one layer do over a probe.
 *
 * @param activity E|h_i|, the mean absolute activation of each
 */
record Units(double[] activity) {
    /** From activations [n, units], row by row. */
    static Units of(float[] activations, int rows, int units) {
        double[] activity = new double[units];
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < units; unit++) {
                activity[unit] += Math.abs(activations[row * units + unit]);
            }
        }
        for (int unit = 0; unit < units; unit++) {
            activity[unit] /= rows;
        }
        return new Units(activity);
    }

    /** The share that is 0 for every input (Dohare et al. 2024). */
    double dead() {
        return share(0);
    }

    /** The share with E|h_i| ≤ τ · mean_k E|h_k| (Sokar et al. 2023, definition 3.1). */
    double dormant(double threshold) {
        double sum = 0;
        for (double each : activity) {
            sum += each;
        }
        return share(threshold * sum / activity.length);
    }

    private double share(double most) {
        int count = 0;
        for (double each : activity) {
            count += each <= most ? 1 : 0;
        }
        return (double) count / activity.length;
    }
}
