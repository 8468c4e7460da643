package org.thaw.learners.inference.internal;

import java.util.Arrays;

/**
 * With which probability each of several independent Beta variables is the greatest: {@code ∫ f_j(x) Π F_i(x) dx} over the others i, by the midpoint rule
 * with 512 points. That is good to five digits while a belief is wider than a point: up to some 10⁴ pulls.
 */
final class BestOfDraws {
    private static final int POINTS = 512;
    /** Less than this, as a logarithm, is nothing beside 1. */
    private static final double NOTHING = -40;

    private final double[] lnX = new double[POINTS];
    private final double[] lnRest = new double[POINTS];
    private final double[][] density;
    private final double[][] below;
    private final double[] a;
    private final double[] b;
    private final double[] lower;

    /** @param variables how many there are */
    BestOfDraws(int variables) {
        density = new double[variables][POINTS];
        below = new double[variables][POINTS];
        a = new double[variables];
        b = new double[variables];
        lower = new double[variables];
        for (int k = 0; k < POINTS; k++) {
            lnX[k] = StrictMath.log((k + 0.5) / POINTS);
            lnRest[k] = StrictMath.log(1 - (k + 0.5) / POINTS);
        }
    }

    /** Says that a variable is Beta(a, b); costs little where it was already. */
    void beta(int variable, double a, double b) {
        if (this.a[variable] == a && this.b[variable] == b) {
            return;
        }
        this.a[variable] = a;
        this.b[variable] = b;
        double[] f = density[variable];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < POINTS; k++) {
            f[k] = (a - 1) * lnX[k] + (b - 1) * lnRest[k];
            greatest = Math.max(greatest, f[k]);
        }
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            f[k] = f[k] - greatest < NOTHING ? 0 : StrictMath.exp(f[k] - greatest);
            sum += f[k];
        }
        double before = 0;
        for (int k = 0; k < POINTS; k++) {
            f[k] /= sum;
            below[variable][k] = before + f[k] / 2;
            before += f[k];
        }
    }

    /** Writes the probabilities; 0 for variables that do not take part. */
    void probabilities(boolean[] takesPart, double[] into) {
        Arrays.fill(into, 0);
        for (int k = 0; k < POINTS; k++) {
            double product = 1;
            for (int i = 0; i < a.length; i++) {
                lower[i] = product;
                product *= takesPart[i] ? below[i][k] : 1;
            }
            product = 1;
            for (int i = a.length - 1; i >= 0; i--) {
                into[i] += takesPart[i] ? density[i][k] * lower[i] * product : 0;
                product *= takesPart[i] ? below[i][k] : 1;
            }
        }
        double sum = 0;
        for (double p : into) {
            sum += p;
        }
        for (int i = 0; i < into.length; i++) {
            into[i] /= sum;
        }
    }
}
