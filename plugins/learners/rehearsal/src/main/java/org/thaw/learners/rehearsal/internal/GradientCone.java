package org.thaw.learners.rehearsal.internal;

/**
 * The nearest vector to g that does not point against any of several gradients (Lopez-Paz and Ranzato 2017, eqs. 8–12):
 * {@code min ½ ‖g − g̃‖² subject to g_kᵀ g̃ ≥ 0}. Its dual is {@code min ½ vᵀGGᵀv + gᵀGᵀv subject to v ≥ γ}, and {@code g̃ = Gᵀv + g}; a margin γ
 * above 0 pushes the step further into the cone than need be. Its work is a product for each pair of tasks.
 */
final class GradientCone {
    /** Makes the dual definite where gradients depend on one another; in parts of the mean squared length. */
    private static final double RIDGE = 1e-9;

    private final int tasks;
    private final double[] q;
    private final double[][] gram;
    private final QuadraticProgramme programme;

    GradientCone(int tasks) {
        this.tasks = tasks;
        q = new double[tasks];
        gram = new double[tasks][tasks];
        programme = new QuadraticProgramme(tasks);
    }

    /**
     * Projects g in place, if it points against any of the gradients.
     *
     * @param gradients [tasks], each as long as g
     * @return whether it was changed
     */
    boolean project(float[] g, float[][] gradients, double margin) {
        boolean against = false;
        for (int k = 0; k < tasks; k++) {
            q[k] = Vectors.dot(gradients[k], g);
            against |= q[k] < 0;
        }
        if (!against) {
            return false;
        }
        double trace = 0;
        for (int k = 0; k < tasks; k++) {
            for (int l = 0; l <= k; l++) {
                gram[k][l] = gram[l][k] = Vectors.dot(gradients[k], gradients[l]);
            }
            trace += gram[k][k];
        }
        for (int k = 0; k < tasks; k++) {
            gram[k][k] += RIDGE * trace / tasks;
        }
        // v = γ + u, so that u ≥ 0
        for (int k = 0; k < tasks; k++) {
            for (int l = 0; l < tasks; l++) {
                q[k] += margin * gram[k][l];
            }
        }
        double[] u = programme.solve(gram, q);
        for (int k = 0; k < tasks; k++) {
            Vectors.add(margin + u[k], gradients[k], g);
        }
        return true;
    }
}
