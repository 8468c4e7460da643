package org.thaw.learners.plasticity.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;
import org.thaw.environments.streams.internal.SlowlyChangingRegression;
import org.thaw.networks.Initialiser;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier.Rule;
import org.thaw.toolkit.HiddenUnits;
import org.thaw.toolkit.Start;
import org.thaw.toolkit.TrainedNetwork;

class PlasticityTest {
    private static final Cue NONE = Cue.none();
    private static final Signature LINE = new Signature(Space.Real.of(-10, 10, 1), Space.Real.of(-10, 10, 1));

    private static Map<String, Function<Context, Predictor>> learners() {
        List<Integer> hidden = List.of(16);
        Map<String, Function<Context, Predictor>> learners = new TreeMap<>();
        learners.put("l2", c -> new L2.Factory().create(new L2.Config(hidden, Rule.ADAM, 0.01, Start.PYTORCH, 1e-4), Blobs.SIGNATURE, c));
        learners.put("l2-init", c -> new L2Init.Factory().create(new L2Init.Config(hidden, Rule.ADAM, 0.01, Start.PYTORCH, 1e-4), Blobs.SIGNATURE, c));
        learners.put("shrink-and-perturb", c -> new ShrinkAndPerturb.Factory()
                .create(new ShrinkAndPerturb.Config(hidden, Rule.ADAM, 0.01, Start.PYTORCH, 0.6, 0.01, 0), Blobs.SIGNATURE, c));
        learners.put("shrink-and-perturb every step", c -> new ShrinkAndPerturb.Factory()
                .create(new ShrinkAndPerturb.Config(hidden, Rule.ADAM, 0.01, Start.PYTORCH, 0.9999, 0.001, 1), Blobs.SIGNATURE, c));
        learners.put("continual-backprop", c -> new ContinualBackprop.Factory()
                .create(new ContinualBackprop.Config(hidden, Rule.ADAM, 0.01, Start.HE, 0.002, 20, 0.99), Blobs.SIGNATURE, c));
        return learners;
    }

    private static Tensor number(float x) {
        return Tensor.of(new float[] {x}, 1, 1);
    }

    private static float at(Predictor learner, float x) {
        return learner.predict(number(x), NONE).floats()[0];
    }

    @Test
    void squaredErrorAndPenaltyGiveTheHandWorkedStep() {
        Predictor l2 = new L2.Factory().create(new L2.Config(List.of(), Rule.SGD, 0.1, Start.PYTORCH, 0.05), LINE, new HostContext(1));
        float b = at(l2, 0);
        float w = at(l2, 1) - b;
        l2.learn(number(2), Tensor.of(new float[] {1}, 1, 1), NONE);
        double apart = 2 * w + b - 1;
        // ∂/∂b (ŷ − y)² + 0.05 b² = 2 (ŷ − y) + 0.1 b; for w times x
        assertEquals(b - 0.1 * (2 * apart + 0.1 * b), at(l2, 0), 1e-6);
        assertEquals(w - 0.1 * (4 * apart + 0.1 * w), at(l2, 1) - at(l2, 0), 1e-6);
    }

    @Test
    void penaltiesAgreeWithFiniteDifferences() {
        float[] start = {0.5f, -2, 1};
        float[] first = {1, 1, -1};
        for (boolean toFirst : new boolean[] {false, true}) {
            float[] gradient = new float[3];
            HostContext host = new HostContext(1);
            Signature two = new Signature(Space.Real.of(-1, 1, 2), Space.Real.of(-1, 1, 1));
            if (toFirst) {
                L2Init learner = new L2Init.Factory().create(new L2Init.Config(List.of(), Rule.SGD, 0.1, Start.PYTORCH, 0.25), two, host);
                learner.weights((name, weights) -> System.arraycopy(weights.floats(), 0, first, 0, 2));
                first[2] = learner.predict(Tensor.of(new float[] {0, 0}, 1, 2), NONE).floats()[0];
                learner.beforeStep(start, gradient);
            } else {
                new L2.Factory().create(new L2.Config(List.of(), Rule.SGD, 0.1, Start.PYTORCH, 0.25), two, host).beforeStep(start, gradient);
            }
            for (int i = 0; i < 3; i++) {
                double centre = toFirst ? first[i] : 0;
                double h = 1e-3;
                double rise = 0.25 * (StrictMath.pow(start[i] + h - centre, 2) - StrictMath.pow(start[i] - h - centre, 2));
                assertEquals(rise / (2 * h), gradient[i], 1e-5);
            }
        }
    }

    @Test
    void shrinkingComesAtTheBeginningOfEachTaskButTheFirst() {
        Predictor learner = new ShrinkAndPerturb.Factory()
                .create(new ShrinkAndPerturb.Config(List.of(), Rule.SGD, 0.1, Start.PYTORCH, 0.5, 0, 0), LINE, new HostContext(1));
        float before = at(learner, 1);
        learner.begin(NONE);
        assertEquals(before, at(learner, 1));
        learner.learn(number(1), number(3), NONE);
        float learned = at(learner, 1);
        learner.begin(NONE);
        assertEquals(0.5f * learned, at(learner, 1), 1e-6);
    }

    @Test
    void utilityIsTheRunningMeanOfActivationTimesOutgoingWeight() {
        HostContext host = new HostContext(1);
        TrainedNetwork trained = new TrainedNetwork(LINE, host, List.of(2), Rule.SGD, 0.1, Initialiser.HE);
        float[] p = trained.network().parameters();
        // h = relu(x, 3 x), y = −2 h₁ + ½ h₂ + 1
        System.arraycopy(new float[] {1, 3, 0, 0, -2, 0.5f, 1}, 0, p, 0, 7);
        HiddenUnits units = new HiddenUnits(trained, 1, Initialiser.HE, new HostStream(1));
        trained.forward(Tensor.of(new float[] {1, 2}, 2, 1));
        units.observe(p, 2, 0.9);
        units.observe(p, 2, 0.9);
        // mean |h| = 1.5 and 4.5: contributions 3 and 2.25, which the correction by 1 − 0.9² leaves as they are: the second goes
        units.replace(0.5, 1, 0.9);
        assertEquals(1, units.replaced());
        assertArrayEquals(new float[] {1, 0, 0, -2, 0, 1}, new float[] {p[0], p[2], p[3], p[4], p[5], p[6]});
        // √6 bounds the fresh weight; the chance that it is the old one is nil
        assertTrue(p[1] != 3 && Math.abs(p[1]) <= StrictMath.sqrt(6));
        // the young one is protected: half a unit per step is due, one of age 1 < 2
        units.observe(p, 2, 0.9);
        units.replace(1, 1, 0.9);
        assertEquals(2, units.replaced());
        assertEquals(0, p[4]);
    }

    @Test
    void replacementsBecomeDueAtTheRateOfTheMatureUnits() {
        HostContext host = new HostContext(1);
        TrainedNetwork trained = new TrainedNetwork(LINE, host, List.of(5), Rule.SGD, 0.1, Initialiser.HE);
        HiddenUnits units = new HiddenUnits(trained, 1, Initialiser.HE, new HostStream(1));
        trained.forward(number(1));
        for (int step = 0; step < 100 + 10_000; step++) {
            units.observe(trained.network().parameters(), 1, 0.99);
            units.replace(0.0002, 100, 0.99);
        }
        // 5 units × 0.0002 × 10,000 steps, less the steps in which a new one is young
        assertTrue(units.replaced() == 9 || units.replaced() == 10, "replaced " + units.replaced());
    }

    @Test
    void learnTheirTasks() {
        learners().forEach((name, maker) -> {
            Predictor learner = maker.apply(new HostContext(1));
            Supervised.learn(learner, Blobs.untold(1, 60), 20, false);
            ArrayData last = Blobs.untold(9, 50).get(1);
            assertTrue(Supervised.accuracy(learner, last) > 0.95, name);
        });
    }

    @Test
    void stepsAllocateNothing() {
        learners().forEach((name, maker) -> Allocation.none(maker, false, false));
    }

    @Test
    void slowlyChangingRegressionIsLearned() {
        double[] errors = new double[2];
        TaskStream stream = new SlowlyChangingRegression().create(new SlowlyChangingRegression.Config(40_000, 1, 20, 15, 10_000, 100, 0.7), new HostContext(3));
        Predictor learner = new ContinualBackprop.Factory()
                .create(new ContinualBackprop.Config(List.of(5), Rule.SGD, 0.01, Start.HE, 1e-4, 100, 0.99), stream.signature(), new HostContext(3));
        Tensor input = stream.signature().input().buffer(1);
        Tensor target = stream.signature().output().buffer(1);
        int[] index = new int[1];
        for (int step = 0; step < 40_000; step++) {
            index[0] = step;
            stream.train(0).inputs(index, input);
            stream.train(0).targets(index, target);
            double apart = learner.predict(input, NONE).floats()[0] - target.floats()[0];
            errors[step / 20_000] += apart * apart / 20_000;
            learner.learn(input, target, NONE);
        }
        assertTrue(errors[0] < 3 && errors[1] < 3, Arrays.toString(errors));
    }
}
