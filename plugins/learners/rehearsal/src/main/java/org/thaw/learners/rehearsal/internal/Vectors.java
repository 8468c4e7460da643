package org.thaw.learners.rehearsal.internal;

/** Products and sums of flat vectors, accumulated in double and in order. */
final class Vectors {
    private Vectors() {
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Adds {@code factor · x} to y. */
    static void add(double factor, float[] x, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) (y[i] + factor * x[i]);
        }
    }
}
