package org.thaw.learners.rehearsal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Predictor;
import org.thaw.learners.rehearsal.internal.DeepGenerativeReplay.Targets;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.Cues;
import org.thaw.toolkit.Selection;

class DeepGenerativeReplayTest {
    private static final Cue NONE = Cue.none();
    private static final Signature BITS = new Signature(Space.Real.of(0, 1, 8), new Space.Categorical(4));
    /** The laws' blobs lie outside [0, 1]; that does not matter to what is saved and restored. */
    private static final Signature BLOBS = new Signature(Space.Real.of(0, 1, 2), new Space.Categorical(4));

    private static DeepGenerativeReplay make(Targets targets, Signature signature, Context context) {
        return new DeepGenerativeReplay.Factory().create(
                new DeepGenerativeReplay.Config(List.of(16), Classifier.Rule.ADAM, 0.01, targets, 2, List.of(16), 4, 0.01), signature, context);
    }

    private static Predictor onBlobs(Targets targets, Context context) {
        return make(targets, BLOBS, context);
    }

    /** Classes, each a pattern of eight bits of which each is wrong with probability 0.05. */
    private static ArrayData patterns(Cue cue, long seed, int... labels) {
        float[][] pattern = {{1, 1, 1, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 1, 1, 1, 1}, {1, 0, 1, 0, 1, 0, 1, 0}, {0, 1, 0, 1, 0, 1, 0, 1}};
        RandomStream random = new HostStream(seed);
        float[][] inputs = new float[60 * labels.length][8];
        int[] targets = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            targets[i] = labels[i % labels.length];
            for (int j = 0; j < 8; j++) {
                inputs[i][j] = random.nextBoolean(0.05) ? 1 - pattern[targets[i]][j] : pattern[targets[i]][j];
            }
        }
        return new ArrayData(inputs, targets, cue);
    }

    @ParameterizedTest
    @EnumSource(Targets.class)
    void remembersTheFirstTaskThroughTheSecondWithoutAnyStoredExample(Targets targets) {
        Predictor learner = make(targets, BITS, new HostContext(1));
        Cue all = NONE.withClasses(0, 1, 2, 3);
        Supervised.learn(learner, List.of(patterns(NONE.withClasses(0, 1), 1, 0, 1), patterns(all, 2, 2, 3)), 30, false);
        double accuracy = Supervised.accuracy(learner, patterns(all, 3, 0, 1, 2, 3));
        assertTrue(accuracy > 0.9, "accuracy " + accuracy);
    }

    @ParameterizedTest
    @EnumSource(Targets.class)
    void remembersWhereNothingIsTold(Targets targets) {
        Predictor learner = make(targets, BITS, new HostContext(1));
        Supervised.learn(learner, List.of(patterns(NONE, 1, 0, 1), patterns(NONE, 2, 2, 3)), 30, false);
        double accuracy = Supervised.accuracy(learner, patterns(NONE, 3, 0, 1, 2, 3));
        assertTrue(accuracy > 0.9, "accuracy " + accuracy);
    }

    @ParameterizedTest
    @EnumSource(Targets.class)
    void eachTaskKeepsItsOwnClassesWhereTasksAreTold(Targets targets) {
        Predictor learner = make(targets, BITS, new HostContext(1));
        Cue first = NONE.withTask(0).withClasses(0, 1);
        Cue second = NONE.withTask(1).withClasses(2, 3);
        Supervised.learn(learner, List.of(patterns(first, 1, 0, 1), patterns(second, 2, 2, 3)), 30, false);
        assertTrue(Supervised.accuracy(learner, patterns(first, 3, 0, 1)) > 0.95);
        assertTrue(Supervised.accuracy(learner, patterns(second, 4, 2, 3)) > 0.95);
    }

    @ParameterizedTest
    @EnumSource(Targets.class)
    void stepsAllocateNothing(Targets targets) {
        Allocation.none(context -> onBlobs(targets, context), true, false);
        Allocation.none(context -> onBlobs(targets, context), false, false);
    }

    @Test
    void takesOverTheClassifierOfAnotherLearnerAndHandsItsOwnOver() {
        ExperienceReplay.Config config = new ExperienceReplay.Config(List.of(16), Classifier.Rule.ADAM, 0.01, 20, Selection.Kind.RESERVOIR, 0);
        Predictor other = new ExperienceReplay.Factory().create(config, BITS, new HostContext(1));
        Predictor learner = make(Targets.HARD, BITS, new HostContext(2));
        ArrayData data = patterns(NONE, 1, 0, 1);
        Supervised.learn(other, List.of(data), 5, false);
        MemoryState.of(other).into(learner);
        assertTrue(other.predict(first(data), NONE).sameBits(learner.predict(first(data), NONE)));
        Supervised.learn(learner, List.of(data), 5, false);
        MemoryState.of(learner).into(other);
        assertTrue(other.predict(first(data), NONE).sameBits(learner.predict(first(data), NONE)));
    }

    private static Tensor first(ArrayData data) {
        return Tensor.of(data.inputs()[0], 1, 8);
    }

    @Test
    void refusesInputsOutsideTheUnitInterval() {
        assertThrows(IllegalArgumentException.class, () -> make(Targets.HARD, Blobs.SIGNATURE, new HostContext(1)));
    }

    /** A linear classifier of three classes, for its loss alone. */
    private static Classifier classifier() {
        Signature signature = new Signature(Space.Real.of(0, 1, 1), new Space.Categorical(3));
        return new Classifier(signature, new HostContext(1), List.of(), Classifier.Rule.SGD, 0.1);
    }

    private static DreamTargets dreams(Classifier classifier, boolean soft, Cue... met) {
        DreamTargets dreams = new DreamTargets(classifier, soft, 2);
        Cues cues = new Cues();
        for (Cue cue : met) {
            cues.number(cue);
        }
        dreams.know(cues, met[met.length - 1]);
        return dreams;
    }

    @Test
    void hardTargetIsTheBestClassMetAndNewClassesCompete() {
        DreamTargets dreams = dreams(classifier(), false, NONE.withClasses(0, 1));
        float ln2 = (float) StrictMath.log(2);
        // the earlier solver likes class 2 best, which it has not met; of those met, class 1
        double loss = dreams.of(new float[] {0, 0, ln2}, new float[] {1, 2, 9}, 1, NONE.withClasses(0, 1, 2), 0.5);
        // probabilities 1/4, 1/4, 1/2
        assertEquals(0.5 * StrictMath.log(4), loss, 1e-6);
        float[] gradient = dreams.gradient(1);
        assertEquals(0.5 * 0.25, gradient[0], 1e-6);
        assertEquals(0.5 * (0.25 - 1), gradient[1], 1e-6);
        assertEquals(0.5 * 0.5, gradient[2], 1e-6);
    }

    @Test
    void softTargetOfAClassNeverMetIsZero() {
        DreamTargets dreams = dreams(classifier(), true, NONE.withClasses(0, 1));
        float twoLn3 = (float) (2 * StrictMath.log(3));
        float twoLn2 = (float) (2 * StrictMath.log(2));
        dreams.of(new float[] {0, 0, twoLn2}, new float[] {0, twoLn3, 50}, 1, NONE.withClasses(0, 1, 2), 0.5);
        // at temperature 2 the targets are 1/4, 3/4, 0 and the probabilities 1/4, 1/4, 1/2; the gradient has the factor T
        float[] gradient = dreams.gradient(1);
        assertEquals(0, gradient[0], 1e-6);
        assertEquals(0.5 * 2 * (0.25 - 0.75), gradient[1], 1e-6);
        assertEquals(0.5 * 2 * 0.5, gradient[2], 1e-6);
    }

    @Test
    void lossesOfToldTasksAreAveraged() {
        Cue first = NONE.withTask(0).withClasses(0, 1);
        Cue second = NONE.withTask(1).withClasses(2);
        DreamTargets dreams = dreams(classifier(), false, first, second);
        float[] answers = {1, 0, 0};
        double loss = dreams.of(new float[] {0, 0, 7}, answers, 1, NONE.withTask(2).withClasses(0, 2), 1);
        // under the first task's classes ln 2, under the second's, which is one alone, 0
        assertEquals(StrictMath.log(2) / 2, loss, 1e-6);
        assertEquals(-0.25, dreams.gradient(1)[0], 1e-6);
        assertEquals(0.25, dreams.gradient(1)[1], 1e-6);
        assertEquals(0, dreams.gradient(1)[2], 1e-6);
    }
}
