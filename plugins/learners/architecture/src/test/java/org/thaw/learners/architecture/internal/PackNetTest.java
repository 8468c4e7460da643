package org.thaw.learners.architecture.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Tensor;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier;

class PackNetTest {
    private static PackNet make(Context context) {
        return new PackNet.Factory().create(new PackNet.Config(List.of(16, 16), Classifier.Rule.ADAM, 0.01, 0.5, 0.5), Blobs.SIGNATURE, context);
    }

    /** Four tasks over the same two classes or over two pairs, told. */
    private static List<ArrayData> fourTasks() {
        List<ArrayData> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Cue cue = Cue.none().withTask(t).withClasses(t % 2 * 2, t % 2 * 2 + 1);
            ArrayData blobs = Blobs.of(cue, t, 40, t % 2 * 2, t % 2 * 2 + 1);
            if (t >= 2) {
                // the other way round: what contradicts an earlier task must not change it
                for (float[] input : blobs.inputs()) {
                    input[0] = 3 - input[0];
                }
            }
            tasks.add(blobs);
        }
        return tasks;
    }

    @Test
    void backwardTransferIsExactlyZero() {
        PackNet learner = make(new HostContext(1));
        List<ArrayData> tasks = fourTasks();
        List<Tensor> answers = new ArrayList<>();
        List<Double> accuracies = new ArrayList<>();
        for (ArrayData task : tasks) {
            Supervised.learn(learner, List.of(task), 20, false);
            answers.add(learner.predict(all(task), task.cue()).copy());
            accuracies.add(Supervised.accuracy(learner, task));
        }
        for (int t = 0; t < 4; t++) {
            assertTrue(accuracies.get(t) > 0.9, "task " + t + ": " + accuracies.get(t));
            assertTrue(answers.get(t).sameBits(learner.predict(all(tasks.get(t)), tasks.get(t).cue())), "answers to task " + t + " changed");
            assertEquals(accuracies.get(t), Supervised.accuracy(learner, tasks.get(t)));
        }
    }

    private static Tensor all(ArrayData task) {
        var batches = task.inOrder(task.size());
        batches.next();
        return batches.inputs();
    }

    @Test
    void prunesTheSmallestFreeWeightsLayerByLayer() {
        Network network = Network.of(2).dense(2).relu().dense(1).build(new Initialiser("zeros", Initialiser.ZEROS, Initialiser.ZEROS), () -> 0);
        Packing packing = new Packing(network);
        // weights of the body, then its biases, then the last layer
        float[] parameters = {0.4f, -0.1f, 0.2f, -0.3f, 7, 8, 5, 6, 9};
        packing.prune(parameters, 1, 0.5);
        assertArrayEquals(new float[] {0.4f, 0, 0, -0.3f, 7, 8, 5, 6, 9}, parameters);
        parameters[1] = 0.6f;
        parameters[2] = -0.7f;
        float[] gradient = {1, 1, 1, 1, 1, 1, 1, 1, 1};
        packing.hold(gradient, 2, false);
        assertArrayEquals(new float[] {0, 1, 1, 0, 0, 0, 1, 1, 1}, gradient);
        packing.prune(parameters, 2, 0.5);
        assertArrayEquals(new float[] {0.4f, 0, -0.7f, -0.3f, 7, 8, 5, 6, 9}, parameters);
        float[] first = new float[9];
        packing.view(parameters, 1, first);
        assertArrayEquals(new float[] {0.4f, 0, 0, -0.3f, 7, 8, 0, 0, 0}, first);
        assertEquals(1, packing.owned(0));
        assertEquals(1, packing.owned(2));
    }

    @Test
    void stepsAllocateNothing() {
        Allocation.none(PackNetTest::make, true, false);
    }

    @Test
    void asksForTheTask() {
        PackNet learner = make(new HostContext(1));
        Tensor x = Tensor.of(new float[] {1, 2}, 1, 2);
        String message = assertThrows(IllegalArgumentException.class, () -> learner.predict(x, Cue.none())).getMessage();
        assertTrue(message.contains("task-incremental"), message);
    }

    @Test
    void answersATaskThatItHasNotMet() {
        PackNet learner = make(new HostContext(1));
        assertEquals(4, learner.predict(Tensor.of(new float[] {1, 2}, 1, 2), Cue.none().withTask(3)).size());
    }
}
