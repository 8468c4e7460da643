package org.thaw.runtime.internal.engine;

import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.Cue;
import org.thaw.api.Space;
import org.thaw.api.Tensor;

/** Scores a predictor on examples. */
final class Examination {
    private final ExampleSet set;
    private final Player player;
    private final Cue cue;
    private long right;
    private double squaredError;

    Examination(ExampleSet set, Player player, Cue cue) {
        this.set = set;
        this.player = player;
        this.cue = cue;
    }

    /** Accuracy, or for real targets the mean squared error over all elements. */
    Map<String, Double> scores(int batch, Runnable eachBatch) {
        set.check(player.signature());
        BatchBuffers buffers = new BatchBuffers(set);
        int[] order = Orders.ascending(set.size());
        boolean categorical = set.signature().output() instanceof Space.Categorical;
        for (int from = 0; from < order.length; from += batch) {
            buffers.read(order, from, Math.min(batch, order.length - from));
            Tensor out = player.learner().predict(buffers.inputs(), cue);
            if (categorical) {
                right += countRight(out, buffers.targets().ints());
            } else {
                addErrors(out.floats(), buffers.targets().floats());
            }
            eachBatch.run();
        }
        Map<String, Double> scores = new TreeMap<>();
        if (categorical) {
            scores.put("accuracy", (double) right / set.size());
        } else {
            scores.put("mean-squared-error", squaredError / set.size() / set.signature().output().size());
        }
        return scores;
    }

    private int countRight(Tensor out, int[] targets) {
        int count = 0;
        for (int row = 0; row < targets.length; row++) {
            count += answer(out, row, cue) == targets[row] ? 1 : 0;
        }
        return count;
    }

    /** The class with the highest score of those that can occur; −1 if none can. */
    static int answer(Tensor out, int row, Cue cue) {
        int classes = out.rowSize();
        float[] scores = out.floats();
        int best = -1;
        for (int c = 0; c < classes; c++) {
            if (cue.allows(c) && (best < 0 || scores[row * classes + c] > scores[row * classes + best])) {
                best = c;
            }
        }
        return best;
    }

    private void addErrors(float[] out, float[] targets) {
        for (int i = 0; i < targets.length; i++) {
            double error = (double) out[i] - targets[i];
            squaredError += error * error;
        }
    }
}
