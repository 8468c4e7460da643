package org.thaw.metrics.agents.internal;

import java.util.Arrays;

/**
 * A stretch of training or of evaluation on one task.
 *
 * @param training whether it is of training
 * @param start    how many experiences of any kind came before it in the run
 * @param values   the performance of each experience, in order
 */
record Block(int task, boolean training, long start, double[] values) {
    /** The same with other values. */
    Block with(double[] others) {
        return new Block(task, training, start, others);
    }

    /** Terminal performance: the mean of the last tenth of training, or of all of an evaluation. */
    double terminal() {
        // the rounding of the published code: the product is cut off, in floating point
        int from = training ? (int) (0.9 * values.length) : 0;
        return Means.of(Arrays.copyOfRange(values, from, values.length));
    }
}
