package org.thaw.learners.rehearsal.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.Selection;

class ExperienceReplayTest {
    private static final Cue NONE = Cue.none();

    private static Predictor make(Context context, Selection.Kind selection) {
        ExperienceReplay.Config config = new ExperienceReplay.Config(List.of(16), Classifier.Rule.ADAM, 0.01, 20, selection, 0);
        return new ExperienceReplay.Factory().create(config, Blobs.SIGNATURE, context);
    }

    private static Predictor balanced(Context context) {
        return make(context, Selection.Kind.CLASS_BALANCED);
    }

    private static Predictor reservoir(Context context) {
        return make(context, Selection.Kind.RESERVOIR);
    }

    /** A linear model of one number and two classes, with room for one stored example. */
    private static Predictor small() {
        Signature signature = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(2));
        ExperienceReplay.Config config = new ExperienceReplay.Config(List.of(), Classifier.Rule.SGD, 0.1, 1, Selection.Kind.RESERVOIR, 0);
        return new ExperienceReplay.Factory().create(config, signature, new HostContext(1));
    }

    private static float[] scores(Predictor learner, float x) {
        return learner.predict(Tensor.of(new float[] {x}, 1, 1), NONE).floats().clone();
    }

    private static double probability(float[] scores) {
        return 1 / (1 + StrictMath.exp(scores[1] - scores[0]));
    }

    /** The step on class 0 at x = 1, with class 1 at x = 3 in memory, changes the score of class 0 at x = 0 by its bias's gradient. */
    private static void assertShare(double share, Predictor learner) {
        double fresh = probability(scores(learner, 1)) - 1;
        double stored = probability(scores(learner, 3));
        float before = scores(learner, 0)[0];
        learner.learn(Tensor.of(new float[] {1}, 1, 1), Tensor.of(new int[] {0}, 1), NONE);
        assertEquals(-0.1 * (share * fresh + (1 - share) * stored), scores(learner, 0)[0] - before, 1e-6);
    }

    @Test
    void newBatchWeighsOneOverTheNumberOfTasks() {
        ArrayData old = new ArrayData(new float[][] {{3}}, new int[] {1}, NONE);
        Predictor learner = small();
        learner.begin(NONE);
        assertShare(1, learner);
        learner.end(NONE, old);
        learner.begin(NONE);
        assertShare(1 / 2.0, learner);
        learner.end(NONE, old);
        learner.begin(NONE);
        assertShare(1 / 3.0, learner);
    }

    @Test
    void withoutBoundariesBatchesEnterTheMemoryAsTheyComeAndWeighHalf() {
        Predictor learner = small();
        learner.learn(Tensor.of(new float[] {3}, 1, 1), Tensor.of(new int[] {1}, 1), NONE);
        assertShare(1 / 2.0, learner);
    }

    @Test
    void remembersTheFirstTaskThroughTheSecond() {
        for (Selection.Kind kind : Selection.Kind.values()) {
            Predictor learner = make(new HostContext(1), kind);
            Supervised.learn(learner, Blobs.untold(1, 60), 30, false);
            assertTrue(Supervised.accuracy(learner, Blobs.joined(Blobs.untold(9, 50))) > 0.9, kind.name());
        }
    }

    @Test
    void storedExamplesKeepTheirTasksClassesWhereTasksAreTold() {
        Predictor learner = balanced(new HostContext(1));
        List<ArrayData> told = Blobs.told(1, 60);
        // in the second task only classes 2 and 3 may occur: replaying class 0 under that cue would be an error
        Supervised.learn(learner, told, 20, false);
        assertTrue(Supervised.accuracy(learner, told.get(0)) > 0.95);
        assertTrue(Supervised.accuracy(learner, told.get(1)) > 0.95);
    }

    @Test
    void replayCompetesWithThePresentClassesWhereTasksAreNotTold() {
        Cue first = NONE.withClasses(0, 1);
        Cue all = NONE.withClasses(0, 1, 2, 3);
        List<ArrayData> soFar = List.of(Blobs.of(first, 1, 60, 0, 1), Blobs.of(all, 2, 60, 2, 3));
        Predictor learner = balanced(new HostContext(1));
        Supervised.learn(learner, soFar, 30, false);
        assertTrue(Supervised.accuracy(learner, Blobs.joined(Blobs.untold(9, 50))) > 0.9);
    }

    @Test
    void sameSeedSameBits() {
        Predictor a = balanced(new HostContext(4));
        Predictor b = balanced(new HostContext(4));
        Supervised.learn(a, Blobs.untold(1, 20), 3, false);
        Supervised.learn(b, Blobs.untold(1, 20), 3, false);
        Tensor x = Tensor.of(new float[] {1, (float) new HostStream(1).nextGaussian()}, 1, 2);
        assertArrayEquals(a.predict(x, NONE).floats(), b.predict(x, NONE).floats());
    }
}
