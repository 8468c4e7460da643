package org.thaw.learners.baselines.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.AllTasks;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier;

class NetworkBaselinesTest {
    private static final List<ArrayData> TASKS = Blobs.untold(1, 60);
    private static final ArrayData TEST = Blobs.joined(Blobs.untold(9, 50));

    private static Predictor finetune(Context context) {
        return new Finetune.Factory().create(new Finetune.Config(List.of(16), Classifier.Rule.ADAM, 0.01), Blobs.SIGNATURE, context);
    }

    private static Predictor joint(Context context) {
        return new Joint.Factory().create(new Joint.Config(List.of(16), Classifier.Rule.ADAM, 0.01), Blobs.SIGNATURE, context);
    }

    @Test
    void finetuneLearnsATaskAndForgetsItOverTheNext() {
        Predictor learner = finetune(new HostContext(1));
        Supervised.learn(learner, TASKS.subList(0, 1), 20, false);
        assertTrue(Supervised.accuracy(learner, TASKS.get(0)) > 0.95);
        Supervised.learn(learner, TASKS.subList(1, 2), 40, false);
        assertTrue(Supervised.accuracy(learner, TASKS.get(1)) > 0.95);
        assertTrue(Supervised.accuracy(learner, TASKS.get(0)) < 0.5);
    }

    @Test
    void jointKnowsAllClassesAfterTheFirstTask() {
        Predictor learner = joint(new HostContext(1));
        learner.begin(TASKS.get(0).cue());
        for (int i = 0; i < 40; i++) {
            Supervised.pass(learner, TASKS.get(0), 8, new HostStream(i));
        }
        learner.end(TASKS.get(0).cue(), new AllTasks(TASKS, TASKS.get(0).cue()));
        assertTrue(Supervised.accuracy(learner, TEST) > 0.95);
    }

    @Test
    void jointTakesAsManyStepsAsFinetune() {
        HostContext jointHost = new HostContext(1);
        Supervised.learn(joint(jointHost), TASKS, 3, true);
        HostContext finetuneHost = new HostContext(1);
        Supervised.learn(finetune(finetuneHost), TASKS, 3, false);
        assertEquals(finetuneHost.measured().get("loss").size(), jointHost.measured().get("loss").size());
    }

    @Test
    void jointTrainsEachTaskUnderItsOwnCueWhereTasksAreTold() {
        Predictor learner = joint(new HostContext(1));
        List<ArrayData> told = Blobs.told(1, 60);
        Supervised.learn(learner, told, 10, true);
        assertTrue(Supervised.accuracy(learner, told.get(0)) > 0.95);
        assertTrue(Supervised.accuracy(learner, told.get(1)) > 0.95);
    }

    @Test
    void jointTakesThePlaceOfFinetune() {
        Predictor finetune = finetune(new HostContext(1));
        Supervised.learn(finetune, TASKS, 5, false);
        Predictor joint = joint(new HostContext(2));
        MemoryState.of(finetune).into(joint);
        assertEquals(Supervised.accuracy(finetune, TEST), Supervised.accuracy(joint, TEST));
        assertEquals(finetune.updates(), joint.updates());
    }
}
