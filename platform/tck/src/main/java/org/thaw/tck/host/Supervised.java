package org.thaw.tck.host;

import java.util.List;
import org.thaw.api.RandomStream;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.Predictor;

/** The supervised loop, on one screen. */
public final class Supervised {
    private Supervised() {
    }

    /** One task from begin to end. */
    public static void task(Predictor learner, Data data, int epochs, int batch, RandomStream order) {
        learner.begin(data.cue());
        for (int epoch = 0; epoch < epochs; epoch++) {
            pass(learner, data, batch, order);
        }
        learner.end(data.cue(), data);
    }

    /** Several tasks in turn, each over and over in batches of 8; at each end the learner is shown all of them if {@code all}, else the one that ends. */
    public static void learn(Predictor learner, List<ArrayData> tasks, int epochs, boolean all) {
        RandomStream order = new HostStream(5);
        for (ArrayData task : tasks) {
            learner.begin(task.cue());
            for (int i = 0; i < epochs; i++) {
                pass(learner, task, 8, order);
            }
            learner.end(task.cue(), all ? new AllTasks(tasks, task.cue()) : task);
        }
    }

    /** One pass over the examples, shuffled, without a boundary. */
    public static void pass(Predictor learner, Data data, int batch, RandomStream order) {
        Batches batches = data.shuffled(batch, order);
        while (batches.next()) {
            learner.learn(batches.inputs(), batches.targets(), data.cue());
        }
    }

    /** The share of examples whose class scores highest among those that the cue allows. */
    public static double accuracy(Predictor learner, Data data) {
        learner.prepare();
        int right = 0;
        Batches batches = data.inOrder(7);
        while (batches.next()) {
            Tensor scores = learner.predict(batches.inputs(), data.cue());
            for (int i = 0; i < scores.rows(); i++) {
                right += best(scores, i, data) == batches.targets().ints()[i] ? 1 : 0;
            }
        }
        return (double) right / data.size();
    }

    private static int best(Tensor scores, int row, Data data) {
        int best = -1;
        for (int c = 0; c < scores.rowSize(); c++) {
            float score = scores.floats()[row * scores.rowSize() + c];
            if (data.cue().allows(c) && (best < 0 || score > scores.floats()[row * scores.rowSize() + best])) {
                best = c;
            }
        }
        return best;
    }
}
