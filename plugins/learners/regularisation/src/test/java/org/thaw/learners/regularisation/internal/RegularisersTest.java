package org.thaw.learners.regularisation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier.Rule;

class RegularisersTest {
    private static final Cue NONE = Cue.none();
    private static final Signature ONE_NUMBER = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(2));
    private static final ArrayData TWO_EXAMPLES = new ArrayData(new float[][] {{2}, {-1}}, new int[] {0, 1}, NONE);

    private static Predictor onlineEwc(List<Integer> hidden, Rule rule, double rate, double lambda, double gamma, Signature signature, Context context) {
        return new OnlineEwc.Factory().create(new OnlineEwc.Config(hidden, rule, rate, lambda, gamma, FisherDiagonal.Information.EXACT, 0), signature, context);
    }

    private static Predictor si(List<Integer> hidden, Rule rule, double rate, double strength, Signature signature, Context context) {
        return new SynapticIntelligence.Factory().create(new SynapticIntelligence.Config(hidden, rule, rate, strength, 0.1), signature, context);
    }

    private static Predictor mas(List<Integer> hidden, Rule rule, double rate, double lambda, Signature signature, Context context) {
        return new Mas.Factory().create(new Mas.Config(hidden, rule, rate, lambda, 0), signature, context);
    }

    private static Predictor lwf(List<Integer> hidden, Rule rule, double rate, Signature signature, Context context) {
        return new Lwf.Factory().create(new Lwf.Config(hidden, rule, rate, 2, Lwf.NewClasses.ZERO), signature, context);
    }

    /** Learners of different strengths on the blobs. */
    private static Map<String, Function<Context, Predictor>> learners(double strength) {
        Map<String, Function<Context, Predictor>> learners = new TreeMap<>();
        learners.put("online-ewc", c -> onlineEwc(List.of(16), Rule.ADAM, 0.01, 1000 * strength, 1, Blobs.SIGNATURE, c));
        learners.put("si", c -> si(List.of(16), Rule.ADAM, 0.01, 10 * strength, Blobs.SIGNATURE, c));
        learners.put("mas", c -> mas(List.of(16), Rule.ADAM, 0.01, 10 * strength, Blobs.SIGNATURE, c));
        learners.put("lwf", c -> lwf(List.of(16), Rule.ADAM, 0.01, Blobs.SIGNATURE, c));
        return learners;
    }

    /** A tensor of saved state. */
    private static float[] saved(Predictor learner, String part, String name, int length) {
        float[] values = new float[length];
        MemoryState.of(learner).into(new Stateful() {
            @Override
            public void save(StateWriter out) {
            }

            @Override
            public void restore(StateReader in) {
                in.in(part).into(name, Tensor.of(values, length));
            }
        });
        return values;
    }

    /** Weights of the two classes, then their biases. */
    private static float[] parameters(Predictor learner) {
        float[] zero = scores(learner, 0);
        float[] one = scores(learner, 1);
        return new float[] {one[0] - zero[0], one[1] - zero[1], zero[0], zero[1]};
    }

    private static float[] scores(Predictor learner, float x) {
        return learner.predict(Tensor.of(new float[] {x}, 1, 1), NONE).floats().clone();
    }

    private static void learn(Predictor learner, float x, int label) {
        learner.learn(Tensor.of(new float[] {x}, 1, 1), Tensor.of(new int[] {label}, 1), NONE);
    }

    @Test
    void anchorsGradientAgreesWithFiniteDifferences() {
        Anchor anchor = new Anchor(3);
        System.arraycopy(new float[] {1, 0.5f, 2}, 0, anchor.importance(), 0, 3);
        anchor.settle(new float[] {1, -1, 0});
        float[] at = {0.5f, 0.25f, -0.75f};
        float[] gradient = new float[3];
        anchor.addGradient(3, at, gradient);
        float h = 1 / 64f;
        for (int i = 0; i < 3; i++) {
            float[] up = at.clone();
            float[] down = at.clone();
            up[i] += h;
            down[i] -= h;
            assertEquals(3 * (anchor.value(up) - anchor.value(down)) / (2 * h), gradient[i], 1e-4);
        }
    }

    @Test
    void onlineFisherRunsOnWithDecay() {
        Predictor learner = onlineEwc(List.of(), Rule.SGD, 0.1, 1, 0.5, ONE_NUMBER, new HostContext(1));
        double p = 1 / (1 + StrictMath.exp(scores(learner, 2)[1] - scores(learner, 2)[0]));
        double q = 1 / (1 + StrictMath.exp(scores(learner, -1)[1] - scores(learner, -1)[0]));
        double bias = (p * (1 - p) + q * (1 - q)) / 2;
        learner.end(NONE, TWO_EXAMPLES);
        assertEquals(bias, saved(learner, "online-ewc", "importance", 4)[2], 1e-6);
        learner.end(NONE, TWO_EXAMPLES);
        assertEquals(0.5 * bias + bias, saved(learner, "online-ewc", "importance", 4)[2], 1e-6);
    }

    @Test
    void pathIntegralOfALinearModelIsItsClosedForm() {
        Predictor learner = si(List.of(), Rule.SGD, 0.1, 1, ONE_NUMBER, new HostContext(1));
        float[] start = parameters(learner);
        double[] omega = new double[4];
        for (int step = 0; step < 5; step++) {
            float[] scores = scores(learner, 2);
            double p = 1 / (1 + StrictMath.exp(scores[1] - scores[0]));
            // gradient of the two weights ∓(1 − p) x, of the biases ∓(1 − p); a step of plain descent goes −0.1 g, so ω grows by 0.1 g²
            for (int i = 0; i < 4; i++) {
                double g = (1 - p) * (i < 2 ? 2 : 1);
                omega[i] += 0.1 * g * g;
            }
            learn(learner, 2, 0);
        }
        float[] path = saved(learner, "si", "path", 4);
        float[] end = parameters(learner);
        learner.end(NONE, TWO_EXAMPLES);
        float[] importance = saved(learner, "si", "importance", 4);
        for (int i = 0; i < 4; i++) {
            assertEquals(omega[i], path[i], 1e-5);
            double way = end[i] - start[i];
            assertEquals(omega[i] / (way * way + 0.1), importance[i], 1e-3);
        }
        assertArrayEquals(new float[4], saved(learner, "si", "path", 4), "a new task begins a new path");
    }

    @Test
    void sumOfThePathIsTheFallOfTheLossForSmallSteps() {
        Predictor learner = si(List.of(), Rule.SGD, 0.001, 1, ONE_NUMBER, new HostContext(1));
        double before = loss(learner);
        for (int i = 0; i < 2000; i++) {
            learn(learner, 2, 0);
        }
        double sum = 0;
        for (float one : saved(learner, "si", "path", 4)) {
            sum += one;
        }
        assertEquals(before - loss(learner), sum, 0.01 * before);
    }

    private static double loss(Predictor learner) {
        float[] scores = scores(learner, 2);
        return StrictMath.log(1 + StrictMath.exp(scores[1] - scores[0]));
    }

    @Test
    void sensitivityOfALinearModelIsItsClosedForm() {
        Predictor learner = mas(List.of(), Rule.SGD, 0.1, 1, ONE_NUMBER, new HostContext(1));
        float[] a = scores(learner, 2);
        float[] b = scores(learner, -1);
        learner.end(NONE, TWO_EXAMPLES);
        // ∂ ‖F‖²/∂w = 2 F x and ∂ ‖F‖²/∂b = 2 F; absolute values, mean over both examples
        float[] expected = {2 * Math.abs(a[0]) + Math.abs(b[0]), 2 * Math.abs(a[1]) + Math.abs(b[1]), Math.abs(a[0]) + Math.abs(b[0]), Math.abs(a[1]) + Math.abs(b[1])};
        assertArrayEquals(expected, saved(learner, "mas", "importance", 4), 1e-5f);
    }

    @Test
    void lwfWeighsTheNewTaskByOneOverTheNumberOfTasks() {
        Predictor learner = lwf(List.of(), Rule.SGD, 0.1, ONE_NUMBER, new HostContext(1));
        learner.end(NONE, TWO_EXAMPLES);
        float bias = scores(learner, 0)[0];
        float[] at = scores(learner, 1);
        // just after a task's end student and teacher agree: only half the ordinary gradient is left
        learn(learner, 1, 0);
        assertEquals(bias + 0.1 * 0.5 * (1 - 1 / (1 + StrictMath.exp(at[1] - at[0]))), scores(learner, 0)[0], 1e-6);
    }

    /**
     * Half the cross-entropy of class 2 among all three, and half the distillation at T = 2: 4 times the cross-entropy between the softened answers
     * that the kept network gave to classes 0 and 1 and the present ones, among which class 2 competes or does not.
     */
    private static double distilled(double[] scores, float[] kept, boolean competes) {
        double all = 0;
        double softened = 0;
        for (int c = 0; c < 3; c++) {
            all += StrictMath.exp(scores[c]);
            softened += c < 2 || competes ? StrictMath.exp(scores[c] / 2) : 0;
        }
        double q = 1 / (1 + StrictMath.exp((kept[1] - kept[0]) / 2));
        double entropy = StrictMath.log(softened) - q * scores[0] / 2 - (1 - q) * scores[1] / 2;
        return 0.5 * (StrictMath.log(all) - scores[2]) + 0.5 * 4 * entropy;
    }

    @ParameterizedTest
    @EnumSource(Lwf.NewClasses.class)
    void lwfsGradientAgreesWithFiniteDifferencesWhereAClassIsNew(Lwf.NewClasses newClasses) {
        Signature three = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(3));
        Predictor learner = new Lwf.Factory().create(new Lwf.Config(List.of(), Rule.SGD, 0.1, 2, newClasses), three, new HostContext(1));
        Cue all = NONE.withClasses(0, 1, 2);
        learner.end(NONE.withClasses(0, 1), TWO_EXAMPLES);
        float[] kept = scores(learner, 1);
        for (int step = 0; step < 3; step++) {
            float[] at = scores(learner, 1);
            float[] biases = scores(learner, 0);
            learner.learn(Tensor.of(new float[] {1}, 1, 1), Tensor.of(new int[] {2}, 1), all);
            for (int c = 0; c < 3; c++) {
                double[] up = {at[0], at[1], at[2]};
                double[] down = up.clone();
                up[c] += 1e-4;
                down[c] -= 1e-4;
                boolean competes = newClasses == Lwf.NewClasses.ZERO;
                double slope = (distilled(up, kept, competes) - distilled(down, kept, competes)) / 2e-4;
                assertEquals(biases[c] - 0.1 * slope, scores(learner, 0)[c], 1e-6, "class " + c);
            }
        }
    }

    /** How much accuracy on the first task falls over a second one that has the same two classes elsewhere. */
    private static double forgetting(Function<Context, Predictor> maker) {
        Predictor learner = maker.apply(new HostContext(1));
        ArrayData first = Blobs.of(NONE, 1, 60, 0, 1);
        ArrayData shifted = Blobs.of(NONE, 2, 60, 2, 3);
        int[] labels = shifted.targets().clone();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = 3 - labels[i];
        }
        Supervised.learn(learner, List.of(first), 20, false);
        double before = Supervised.accuracy(learner, first);
        Supervised.learn(learner, List.of(new ArrayData(shifted.inputs(), labels, NONE)), 20, false);
        return before - Supervised.accuracy(learner, first);
    }

    @Test
    void forgetLessWithThePenaltyThanWithout() {
        for (String name : List.of("online-ewc", "si", "mas")) {
            double without = forgetting(learners(0).get(name));
            double with = forgetting(learners(1).get(name));
            assertTrue(without > with + 0.2, name + ": " + without + " against " + with);
        }
    }

    @Test
    void lwfLearnsToldTasksWithoutForgetting() {
        Predictor learner = learners(1).get("lwf").apply(new HostContext(1));
        Supervised.learn(learner, Blobs.told(1, 60), 20, false);
        for (ArrayData test : Blobs.told(9, 50)) {
            assertTrue(Supervised.accuracy(learner, test) > 0.95);
        }
    }

    @Test
    void stepsAllocateNothing() {
        learners(1).forEach((name, maker) -> Allocation.none(maker, true, false));
    }
}
