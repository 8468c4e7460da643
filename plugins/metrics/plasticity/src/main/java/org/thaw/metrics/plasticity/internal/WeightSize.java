package org.thaw.metrics.plasticity.internal;

/** The mean of |w|. */
final class WeightSize {
    private double sum;
    private long count;

    void add(float[] weights) {
        for (float weight : weights) {
            sum += Math.abs(weight);
        }
        count += weights.length;
    }

    boolean any() {
        return count > 0;
    }

    double mean() {
        return sum / count;
    }
}
