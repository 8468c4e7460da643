package org.thaw.learners.baselines.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.AllTasks;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier;

class SimpleBaselinesTest {
    private static final List<ArrayData> TASKS = Blobs.untold(1, 60);
    private static final ArrayData TEST = Blobs.joined(Blobs.untold(9, 50));
    private static final Tensor POINT = Tensor.of(new float[] {1, 2}, 1, 2);

    private static Predictor cumulative(Context context) {
        return new Cumulative.Factory().create(new Cumulative.Config(List.of(16), Classifier.Rule.ADAM, 0.01), Blobs.SIGNATURE, context);
    }

    private static Predictor frozen(Context context) {
        return new FrozenAtTask1.Factory().create(new FrozenAtTask1.Config(List.of(16), Classifier.Rule.ADAM, 0.01), Blobs.SIGNATURE, context);
    }

    private static Predictor trick(Context context) {
        return new LabelsTrick.Factory().create(new LabelsTrick.Config(List.of(16), Classifier.Rule.ADAM, 0.01), Blobs.SIGNATURE, context);
    }

    /** Learns both tasks; at each end the learner is shown those met so far. */
    private static void learnCumulatively(Predictor learner, List<ArrayData> tasks, int epochs) {
        HostStream order = new HostStream(5);
        for (int task = 0; task < tasks.size(); task++) {
            learner.begin(tasks.get(task).cue());
            for (int i = 0; i < epochs; i++) {
                Supervised.pass(learner, tasks.get(task), 8, order);
            }
            learner.end(tasks.get(task).cue(), new AllTasks(tasks.subList(0, task + 1), tasks.get(task).cue()));
        }
    }

    @Test
    void cumulativeTakesTwiceTheStepsOnTheSecondTask() {
        HostContext host = new HostContext(1);
        learnCumulatively(cumulative(host), TASKS, 3);
        // 120 examples in batches of 8, three times over; then as often over 240
        assertEquals(List.of(45.0, 90.0), host.measured().get("steps"));
    }

    @Test
    void cumulativeKnowsAllTasksMet() {
        Predictor untold = cumulative(new HostContext(1));
        learnCumulatively(untold, TASKS, 20);
        assertTrue(Supervised.accuracy(untold, TEST) > 0.95);
        Predictor told = cumulative(new HostContext(1));
        learnCumulatively(told, Blobs.told(1, 60), 10);
        assertTrue(Supervised.accuracy(told, Blobs.told(9, 60).get(0)) > 0.95);
    }

    @Test
    void singleTaskLearnsAnyTaskAsIfItWereTheFirst() {
        Predictor after = single(new HostContext(1));
        Predictor only = single(new HostContext(1));
        List<ArrayData> tasks = Blobs.told(3, 13);
        Supervised.learn(after, tasks.subList(0, 1), 2, false);
        Supervised.learn(after, tasks.subList(1, 2), 2, false);
        Supervised.learn(only, tasks.subList(1, 2), 2, false);
        assertArrayEquals(answers(only, tasks.get(1)), answers(after, tasks.get(1)));
    }

    private static float[] answers(Predictor learner, ArrayData task) {
        Batches batches = task.inOrder(8);
        batches.next();
        return learner.predict(batches.inputs(), task.cue()).floats().clone();
    }

    private static Predictor single(Context context) {
        return new SingleTask.Factory().create(new SingleTask.Config(List.of(16), Classifier.Rule.ADAM, 0.01), Blobs.SIGNATURE, context);
    }

    @Test
    void frozenChangesNothingAfterTheFirstTask() {
        Predictor learner = frozen(new HostContext(1));
        Supervised.learn(learner, TASKS.subList(0, 1), 20, false);
        assertTrue(Supervised.accuracy(learner, TASKS.get(0)) > 0.95);
        MemoryState before = MemoryState.of(learner);
        Supervised.learn(learner, TASKS.subList(1, 2), 5, false);
        assertTrue(before.sameAs(MemoryState.of(learner)));
    }

    @Test
    void labelsTrickLeavesTheScoresOfAbsentClassesAlone() {
        Predictor learner = new LabelsTrick.Factory().create(new LabelsTrick.Config(List.of(), Classifier.Rule.SGD, 0.1), Blobs.SIGNATURE, new HostContext(1));
        float[] before = learner.predict(POINT, Cue.none()).floats().clone();
        learner.learn(Tensor.of(new float[] {1, 2, 1, 2}, 2, 2), Tensor.of(new int[] {1, 3}, 2), Cue.none());
        float[] after = learner.predict(POINT, Cue.none()).floats();
        assertArrayEquals(new float[] {before[0], before[2]}, new float[] {after[0], after[2]});
        // p of class 1 among 1 and 3; mean gradient of its score p − 1/2; the score moves by 0.1 (1/2 − p)(x·x + 1)
        double p = 1 / (1 + StrictMath.exp(before[3] - before[1]));
        assertEquals(before[1] + 0.1 * (0.5 - p) * 6, after[1], 1e-5);
    }

    @Test
    void labelsTrickKeepsTasksApartWhereTheyAreTold() {
        Predictor learner = trick(new HostContext(1));
        Supervised.learn(learner, Blobs.told(1, 60), 20, false);
        assertTrue(Supervised.accuracy(learner, Blobs.told(9, 60).get(1)) > 0.95);
    }

    @Test
    void stepsAllocateNothing() {
        Allocation.none(SimpleBaselinesTest::cumulative, true, true);
        Allocation.none(SimpleBaselinesTest::frozen, true, false);
        Allocation.none(SimpleBaselinesTest::trick, true, false);
    }
}
