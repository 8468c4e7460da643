package org.thaw.learners.regularisation.internal;

import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;
import org.thaw.networks.Fisher;
import org.thaw.toolkit.Classifier;

/**
 * The diagonal of the Fisher information of a classifier at its present parameters, summed over a task's examples.
 *
 * @param sums     a sum for each parameter
 * @param examples how many examples these are
 */
public record FisherDiagonal(float[] sums, int examples) {
    private static final int BATCH = 128;

    /** How the Fisher information is computed (van de Ven 2025, arXiv 2502.11756). */
    public enum Information {
        /** Expectation over all labels. */ EXACT,
        /** The true label. */ EMPIRICAL
    }

    /**
     * Computes it.
     *
     * @param samples how many examples to draw, without replacement; 0: all, in order
     * @param random  for the draw
     */
    static FisherDiagonal of(Classifier classifier, Cue cue, Data data, Information information, int samples, RandomStream random) {
        Fisher fisher = new Fisher(classifier.network());
        float[] sums = new float[classifier.network().parameters().length];
        int wanted = samples == 0 ? data.size() : Math.min(samples, data.size());
        Batches task = wanted == data.size() ? data.inOrder(BATCH) : data.shuffled(BATCH, random);
        int used = 0;
        while (used < wanted && task.next()) {
            int rows = Math.min(task.inputs().rows(), wanted - used);
            float[] x = classifier.features().of(task.inputs());
            boolean[] active = classifier.masks().of(cue);
            if (information == Information.EXACT) {
                fisher.addExact(x, 0, rows, active, sums);
            } else {
                fisher.add(x, 0, rows, task.targets().ints(), 0, active, sums);
            }
            used += rows;
        }
        return new FisherDiagonal(sums, used);
    }
}
