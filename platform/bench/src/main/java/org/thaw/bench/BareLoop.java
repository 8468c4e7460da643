package org.thaw.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.thaw.api.Cue;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;

/** Class-incremental learning as a researcher would write it for one learner: no plan, no events, no files. */
final class BareLoop {
    private static final int TASKS = 5;
    private final TaskStream stream;
    private final Predictor learner;
    private final int batch;
    private double accuracy;

    BareLoop(TaskStream stream, Predictor learner, int batch) {
        this.stream = stream;
        this.learner = learner;
        this.batch = batch;
    }

    /** The mean accuracy over all tasks at the end. */
    double run(int epochs) {
        Random random = new Random(1);
        evaluate(TASKS);
        for (int task = 0; task < TASKS; task++) {
            int[] indices = indices(stream.train(0), task);
            Cue cue = cue(task + 1);
            for (int epoch = 0; epoch < epochs; epoch++) {
                shuffle(indices, random);
                for (int from = 0; from < indices.length; from += batch) {
                    Batch read = read(stream.train(0), indices, from);
                    learner.learn(read.inputs(), read.targets(), cue);
                }
            }
            evaluate(task + 1);
        }
        return accuracy;
    }

    private void evaluate(int seen) {
        learner.prepare();
        double sum = 0;
        for (int task = 0; task < TASKS; task++) {
            int[] indices = indices(stream.test(0), task);
            Cue cue = cue(Math.max(seen, task + 1));
            int right = 0;
            for (int from = 0; from < indices.length; from += batch) {
                Batch read = read(stream.test(0), indices, from);
                right += right(learner.predict(read.inputs(), cue), read.targets().ints(), cue);
            }
            sum += (double) right / indices.length;
        }
        accuracy = sum / TASKS;
    }

    private static int right(Tensor scores, int[] targets, Cue cue) {
        int classes = scores.rowSize();
        int right = 0;
        for (int row = 0; row < targets.length; row++) {
            int best = -1;
            for (int c = 0; c < classes; c++) {
                if (cue.allows(c) && (best < 0 || scores.floats()[row * classes + c] > scores.floats()[row * classes + best])) {
                    best = c;
                }
            }
            right += best == targets[row] ? 1 : 0;
        }
        return right;
    }

    private record Batch(Tensor inputs, Tensor targets) {
    }

    private Batch read(Examples examples, int[] indices, int from) {
        int rows = Math.min(batch, indices.length - from);
        int[] chosen = java.util.Arrays.copyOfRange(indices, from, from + rows);
        Batch read = new Batch(stream.signature().input().buffer(rows), stream.signature().output().buffer(rows));
        examples.inputs(chosen, read.inputs());
        examples.targets(chosen, read.targets());
        return read;
    }

    private static Cue cue(int tasks) {
        int[] classes = new int[2 * tasks];
        for (int c = 0; c < classes.length; c++) {
            classes[c] = c;
        }
        return Cue.none().withClasses(classes);
    }

    private static int[] indices(Examples examples, int task) {
        List<Integer> chosen = new ArrayList<>();
        Tensor target = Tensor.zeros(Tensor.Type.I32, 1);
        for (int i = 0; i < examples.size(); i++) {
            examples.targets(new int[] {i}, target);
            if (target.ints()[0] / 2 == task) {
                chosen.add(i);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void shuffle(int[] array, Random random) {
        for (int i = array.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = array[i];
            array[i] = array[j];
            array[j] = swapped;
        }
    }
}
