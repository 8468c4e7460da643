package org.thaw.learners.rehearsal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier.Rule;
import org.thaw.toolkit.Selection;

class RehearsalLearnersTest {
    private static final List<Integer> HIDDEN = List.of(16);
    private static final Cue NONE = Cue.none();

    private static Map<String, Function<Context, Predictor>> learners() {
        Map<String, Function<Context, Predictor>> learners = new TreeMap<>();
        learners.put("a-gem", c -> new AGem.Factory().create(new AGem.Config(HIDDEN, Rule.ADAM, 0.01, 20, Selection.Kind.CLASS_BALANCED, 0), Blobs.SIGNATURE, c));
        learners.put("der", c -> der(Blobs.SIGNATURE, c));
        learners.put("der-plus-plus", c -> new DarkExperienceReplay.PlusPlusFactory()
                .create(new DarkExperienceReplay.PlusPlusConfig(HIDDEN, Rule.ADAM, 0.01, 20, 1, 0.5), Blobs.SIGNATURE, c));
        learners.put("gem", c -> new Gem.Factory().create(new Gem.Config(HIDDEN, Rule.ADAM, 0.01, 10, 0.5), Blobs.SIGNATURE, c));
        learners.put("gdumb", RehearsalLearnersTest::gdumb);
        learners.put("icarl", c -> new ICarl.Factory().create(new ICarl.Config(HIDDEN, Rule.ADAM, 0.01, 20, 0), Blobs.SIGNATURE, c));
        return learners;
    }

    private static Predictor der(Signature signature, Context context) {
        return new DarkExperienceReplay.Factory().create(new DarkExperienceReplay.Config(HIDDEN, Rule.ADAM, 0.01, 20, 1), signature, context);
    }

    private static GDumb gdumb(Context context) {
        return new GDumb.Factory().create(new GDumb.Config(HIDDEN, 0.05, 20, 31, 4), Blobs.SIGNATURE, context);
    }

    @Test
    void stepsAllocateNothing() {
        learners().forEach((name, maker) -> Allocation.none(maker, true, false));
        learners().forEach((name, maker) -> Allocation.none(maker, false, false));
    }

    @Test
    void rememberTheFirstTaskThroughTheSecondWhereNothingIsTold() {
        for (String name : List.of("der", "der-plus-plus", "gdumb", "gem", "icarl")) {
            Predictor learner = learners().get(name).apply(new HostContext(1));
            Supervised.learn(learner, Blobs.untold(1, 60), 30, false);
            double accuracy = Supervised.accuracy(learner, Blobs.joined(Blobs.untold(9, 50)));
            assertTrue(accuracy > 0.9, name + " " + accuracy);
        }
    }

    @Test
    void rememberTheFirstTaskWhereTasksAreTold() {
        learners().forEach((name, maker) -> {
            Predictor learner = maker.apply(new HostContext(1));
            Supervised.learn(learner, Blobs.told(1, 60), 20, false);
            for (ArrayData test : Blobs.told(9, 50)) {
                assertTrue(Supervised.accuracy(learner, test) > 0.95, name);
            }
        });
    }

    /** One number in, two classes, a linear model with room for one stored example. */
    private static Predictor linearDer(boolean plusPlus) {
        Signature signature = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(2));
        return plusPlus ? new DarkExperienceReplay.PlusPlusFactory()
                .create(new DarkExperienceReplay.PlusPlusConfig(List.of(), Rule.SGD, 0.1, 1, 0.25, 0.5), signature, new HostContext(1))
                : new DarkExperienceReplay.Factory().create(new DarkExperienceReplay.Config(List.of(), Rule.SGD, 0.1, 1, 0.25), signature, new HostContext(1));
    }

    private static float[] scores(Predictor learner, float x) {
        return learner.predict(Tensor.of(new float[] {x}, 1, 1), NONE).floats().clone();
    }

    private static void learn(Predictor learner, float x, int label) {
        learner.learn(Tensor.of(new float[] {x}, 1, 1), Tensor.of(new int[] {label}, 1), NONE);
    }

    @Test
    void secondStepFollowsTheHandWorkedGradientsOfDerAndDerPlusPlus() {
        for (boolean plusPlus : new boolean[] {false, true}) {
            Predictor learner = linearDer(plusPlus);
            float[] met = scores(learner, 3);
            learn(learner, 3, 1);
            float[] now = scores(learner, 3);
            float[] fresh = scores(learner, 1);
            float bias = scores(learner, 0)[0];
            learn(learner, 1, 0);
            double p = 1 / (1 + StrictMath.exp(fresh[1] - fresh[0]));
            double stored = 1 / (1 + StrictMath.exp(now[1] - now[0]));
            // bias of class 0: p − 1 from the new example, α · 2/2 (h − z) from the stored scores, β p from the stored label 1
            double gradient = p - 1 + 0.25 * (now[0] - met[0]) + (plusPlus ? 0.5 * stored : 0);
            assertEquals(bias - 0.1 * gradient, scores(learner, 0)[0], 1e-6, "DER++ " + plusPlus);
        }
    }

    /** The loss of class 1 at x = 3. */
    private static double lossOfStored(Predictor learner) {
        float[] scores = scores(learner, 3);
        return StrictMath.log(1 + StrictMath.exp(scores[0] - scores[1]));
    }

    @Test
    void aStepOfAGemOrGemDoesNotRaiseTheLossOnWhatIsStored() {
        Signature signature = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(2));
        ArrayData old = new ArrayData(new float[][] {{3}}, new int[] {1}, NONE);
        double rate = 0.001;
        List<Predictor> learners = List.of(
                new AGem.Factory().create(new AGem.Config(List.of(), Rule.SGD, rate, 1, Selection.Kind.RESERVOIR, 0), signature, new HostContext(1)),
                new Gem.Factory().create(new Gem.Config(List.of(), Rule.SGD, rate, 1, 0), signature, new HostContext(1)));
        for (Predictor learner : learners) {
            learner.begin(NONE);
            learner.end(NONE, old);
            learner.begin(NONE);
            double before = lossOfStored(learner);
            float score = scores(learner, 2)[0] - scores(learner, 2)[1];
            for (int step = 0; step < 50; step++) {
                // the stored label's opposite, nearby: an ordinary step raises the loss by about rate times the product of the gradients
                learn(learner, 2, 0);
            }
            assertEquals(before, lossOfStored(learner), 1e-4);
            assertTrue(scores(learner, 2)[0] - scores(learner, 2)[1] > score, "it still learns");
        }
    }

    @Test
    void gdumbsNetworkDependsOnTheMemoryAloneHoweverOftenItIsPrepared() {
        HostContext host = new HostContext(1);
        GDumb learner = gdumb(host);
        Supervised.learn(learner, Blobs.untold(1, 20), 1, false);
        Tensor x = Tensor.of(new float[] {1, 2}, 1, 2);
        learner.prepare();
        Tensor once = learner.predict(x, NONE).copy();
        learner.prepare();
        assertTrue(once.sameBits(learner.predict(x, NONE)));
    }

    @Test
    void iCarlsBudgetPerClassBoundsTheExemplarsOfAClass() {
        assertEquals(10, exemplarsAfterTwoClasses(0) / 2);
        assertEquals(3, exemplarsAfterTwoClasses(3) / 2);
    }

    private static int exemplarsAfterTwoClasses(int perClass) {
        ICarl learner = new ICarl.Factory().create(new ICarl.Config(HIDDEN, Rule.ADAM, 0.01, 20, perClass), Blobs.SIGNATURE, new HostContext(1));
        learner.end(NONE, Blobs.of(NONE, 1, 30, 0, 1));
        return learner.exemplars();
    }

    @Test
    void gdumbsRateFollowsACosineWithRestarts() {
        GDumb learner = gdumb(new HostContext(1));
        assertEquals(0.05, learner.rate(0), 1e-12);
        assertEquals(0.05, learner.rate(1), 1e-12);
        // the middle of the cycle of two epochs
        assertEquals((0.05 + 0.0005) / 2, learner.rate(2), 1e-12);
        assertEquals(0.05, learner.rate(3), 1e-12);
        assertEquals((0.05 + 0.0005) / 2, learner.rate(5), 1e-12);
    }
}
