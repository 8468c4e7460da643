package org.thaw.bench.networks;

import java.util.Arrays;

/** Cross-entropy of 7 moves with soft targets and the squared error of a value, side by side in rows of 8: the means over the batch. */
final class BoardLoss {
    private static final int MOVES = 7;
    private static final int WIDTH = MOVES + 1;
    private final int rows;
    private final float[] targets;
    private final float[] gradient;

    /** @param targets 8 for each row; those of the moves are made to sum to 1 */
    BoardLoss(int rows, float[] targets) {
        this.rows = rows;
        this.targets = targets.clone();
        gradient = new float[rows * WIDTH];
        for (int at = 0; at < this.targets.length; at += WIDTH) {
            Arrays.fill(this.targets, at, at + MOVES, 1f / MOVES);
        }
    }

    float[] gradient(float[] outputs) {
        for (int at = 0; at < rows * WIDTH; at += WIDTH) {
            double sum = 0;
            for (int i = at; i < at + MOVES; i++) {
                sum += StrictMath.exp(outputs[i]);
            }
            for (int i = at; i < at + MOVES; i++) {
                gradient[i] = (float) (StrictMath.exp(outputs[i]) / sum - targets[i]) / rows;
            }
            gradient[at + MOVES] = 2 * (outputs[at + MOVES] - targets[at + MOVES]) / rows;
        }
        return gradient;
    }
}
