package org.thaw.learners.streaming.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.thaw.api.Spec;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Start;

class StreamingTest {
    private static final Cue NONE = Cue.none();
    private static final Signature ONE_NUMBER = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(2));

    private static Map<String, Function<Context, Predictor>> learners() {
        Map<String, Function<Context, Predictor>> learners = new TreeMap<>();
        learners.put("online-sgd", c -> new OnlineSgd.Factory().create(new OnlineSgd.Config(List.of(16), 0.05, Start.PYTORCH), Blobs.SIGNATURE, c));
        learners.put("online-naive-bayes", StreamingTest::bayes);
        learners.put("knn-window", c -> new KnnWindow.Factory().create(new KnnWindow.Config(3, 100), Blobs.SIGNATURE, c));
        learners.put("hoeffding-tree", c -> tree(0.3, c));
        return learners;
    }

    private static Predictor bayes(Context context) {
        return new OnlineNaiveBayes.Factory().create(new OnlineNaiveBayes.Config(1e-9), Blobs.SIGNATURE, context);
    }

    /** The two numbers of the blobs tell equally much, so a tie must be broken: with R = 2, δ = 0.01 and τ = 0.3 after 103 examples in the root. */
    private static HoeffdingTree tree(double tie, Context context) {
        return new HoeffdingTree.Factory().create(new HoeffdingTree.Config(20, 0.01, tie), Blobs.SIGNATURE, context);
    }

    private static HostContext host(long seed) {
        return new HostContext(seed, new HostContext.Plugins(Map.of("online-naive-bayes", (spec, signature, context) -> bayes(context)), Map.of()));
    }

    private static AdwinGuarded guarded(Context context) {
        return new AdwinGuarded.Factory().create(new AdwinGuarded.Config(Spec.of("online-naive-bayes"), 0.002), Blobs.SIGNATURE, context);
    }

    @Test
    void hoeffdingsBoundOfAWorkedExample() {
        // R = 1 bit, δ = 1e-7, n = 200: √(16.118 / 400)
        assertEquals(0.20073, Split.hoeffding(1, 1e-7, 200), 1e-5);
        // four classes: R = 2
        assertEquals(2 * 0.20073, Split.hoeffding(2, 1e-7, 200), 2e-5);
    }

    @Test
    void entropyIsInBits() {
        assertEquals(1, Split.entropy(new double[] {5, 5}), 1e-12);
        assertEquals(0, Split.entropy(new double[] {7, 0, 0}), 1e-12);
        assertEquals(1.5, Split.entropy(new double[] {2, 1, 1}), 1e-12);
    }

    @Test
    void normalDistributionAtKnownPoints() {
        assertEquals(0.5, Normal.below(0), 1e-7);
        assertEquals(0.8413447, Normal.below(1), 2e-7);
        assertEquals(0.0249979, Normal.below(-1.96), 2e-7);
    }

    @Test
    void gaussiansMatchMeansAndVariancesWorkedByHand() {
        Gaussians gaussians = new Gaussians(2, 1);
        float[] x = {1, 3, 8, 10};
        int[] labels = {0, 0, 1, 1};
        for (int i = 0; i < 4; i++) {
            gaussians.add(labels[i], x, i);
        }
        assertEquals(2, gaussians.mean(0, 0));
        assertEquals(1, gaussians.variance(0, 0));
        // around 5.5: 20.25 + 6.25 + 6.25 + 20.25 over 4
        assertEquals(13.25, gaussians.variance(0), 1e-12);
        // half of class 0 lies below its mean, none of class 1
        assertEquals(1, gaussians.below(0, 0, 2), 1e-6);
        assertEquals(0, gaussians.below(1, 0, 2));
        assertEquals(2, gaussians.below(0, 0, 3));
    }

    @Test
    void bestSplitSeparatesTheClasses() {
        Leaf leaf = new Leaf(2, 2);
        for (int i = 0; i < 20; i++) {
            leaf.add(i % 2, new float[] {i % 2 * 10 + i % 3, i % 5}, 0);
        }
        Split split = leaf.best(0, 10);
        assertTrue(split.threshold() > 2 && split.threshold() < 10, "at " + split.threshold());
        assertEquals(1, split.gain(), 1e-9);
        assertTrue(leaf.best(1, 10).gain() < 0.5);
        assertEquals(10, leaf.child(split, true).count(0), 1e-9);
        assertEquals(0, leaf.child(split, true).count(1), 1e-9);
    }

    @Test
    void treeSplitsOnlyOnceTheBoundAllows() {
        // two classes, so R = 1: ε at n = 20 is √(ln 100 / 40) = 0.34, and attribute 0 alone tells them apart with a gain near 1
        HoeffdingTree tree = tree(0.05, new HostContext(1));
        ArrayData blobs = Blobs.of(NONE, 1, 40, 0, 1);
        float[] x = new float[2];
        for (int i = 0; i < 80; i++) {
            x[0] = blobs.inputs()[i][0];
            x[1] = blobs.inputs()[i][1];
            tree.learn(Tensor.of(x, 1, 2), Tensor.of(new int[] {blobs.targets()[i]}, 1), NONE);
            assertEquals(i < 19 ? 1 : 3, tree.size(), "after " + (i + 1));
        }
    }

    @Test
    void naiveBayesScoresAreTheLogsOfItsDensities() {
        Predictor learner = new OnlineNaiveBayes.Factory().create(new OnlineNaiveBayes.Config(1e-12), ONE_NUMBER, new HostContext(1));
        learner.learn(Tensor.of(new float[] {1, 3, 8, 12, 10}, 5, 1), Tensor.of(new int[] {0, 0, 1, 1, 1}, 5), NONE);
        learner.prepare();
        // class 0: N(2, 1), prior 2/5; class 1: N(10, 8/3), prior 3/5
        float[] scores = learner.predict(Tensor.of(new float[] {4}, 1, 1), NONE).floats();
        assertEquals(StrictMath.log(0.4) - 0.5 * StrictMath.log(2 * Math.PI) - 2, scores[0], 1e-5);
        assertEquals(StrictMath.log(0.6) - 0.5 * StrictMath.log(2 * Math.PI * 8 / 3) - 36 / (2 * 8 / 3.0), scores[1], 1e-5);
    }

    @Test
    void nearestOfTheWindowVote() {
        Predictor learner = new KnnWindow.Factory().create(new KnnWindow.Config(3, 4), ONE_NUMBER, new HostContext(1));
        learner.learn(Tensor.of(new float[] {0, 1, 2, 5}, 4, 1), Tensor.of(new int[] {1, 0, 1, 0}, 4), NONE);
        assertArrayEquals(new float[] {1 / 3f, 2 / 3f}, learner.predict(Tensor.of(new float[] {0}, 1, 1), NONE).floats(), 1e-6f);
        // the first leaves the window
        learner.learn(Tensor.of(new float[] {6}, 1, 1), Tensor.of(new int[] {0}, 1), NONE);
        assertArrayEquals(new float[] {2 / 3f, 1 / 3f}, learner.predict(Tensor.of(new float[] {0}, 1, 1), NONE).floats(), 1e-6f);
    }

    @Test
    void onlineSgdTakesAStepForEachExampleHoweverTheyAreBatched() {
        Predictor together = learners().get("online-sgd").apply(new HostContext(1));
        Predictor apart = learners().get("online-sgd").apply(new HostContext(1));
        together.learn(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2), Tensor.of(new int[] {0, 1}, 2), NONE);
        apart.learn(Tensor.of(new float[] {1, 2}, 1, 2), Tensor.of(new int[] {0}, 1), NONE);
        apart.learn(Tensor.of(new float[] {3, 4}, 1, 2), Tensor.of(new int[] {1}, 1), NONE);
        assertTrue(MemoryState.of(together).sameAs(MemoryState.of(apart)));
        assertEquals(2, together.updates());
    }

    @Test
    void learnInOnePass() {
        ArrayData stream = Blobs.of(NONE, 1, 150, 0, 1, 2, 3);
        ArrayData test = Blobs.of(NONE, 9, 50, 0, 1, 2, 3);
        learners().forEach((name, maker) -> {
            Predictor learner = maker.apply(new HostContext(1));
            Supervised.pass(learner, stream, 5, new HostStream(3));
            assertTrue(Supervised.accuracy(learner, test) > 0.95, name + " " + Supervised.accuracy(learner, test));
        });
    }

    @Test
    void guardedLearnerStartsOverWhenLabelsAreSwapped() {
        ArrayData stream = Blobs.of(NONE, 1, 200, 0, 1);
        int[] swapped = stream.targets().clone();
        for (int i = 0; i < swapped.length; i++) {
            swapped[i] = 1 - swapped[i];
        }
        ArrayData drifted = new ArrayData(stream.inputs(), swapped, NONE);
        HostContext host = host(1);
        AdwinGuarded guarded = guarded(host);
        Supervised.pass(guarded, stream, 5, new HostStream(3));
        assertEquals(0, last(host, "replaced"));
        Supervised.pass(guarded, drifted, 5, new HostStream(4));
        assertEquals(1, last(host, "replaced"));
        assertTrue(Supervised.accuracy(guarded, drifted) > 0.95);
        Predictor bare = bayes(new HostContext(1));
        Supervised.pass(bare, stream, 5, new HostStream(3));
        Supervised.pass(bare, drifted, 5, new HostStream(4));
        assertTrue(Supervised.accuracy(bare, drifted) < 0.9);
        // one that was replaced once comes back with its state
        AdwinGuarded restored = guarded(host(2));
        MemoryState.of(guarded).into(restored);
        assertTrue(MemoryState.of(guarded).sameAs(MemoryState.of(restored)));
        assertEquals(guarded.updates(), restored.updates());
    }

    private static double last(HostContext host, String measure) {
        List<Double> values = host.measured().get(measure);
        return values.get(values.size() - 1);
    }

    @Test
    void stepsAllocateNothing() {
        for (String name : List.of("online-sgd", "online-naive-bayes", "knn-window")) {
            Allocation.none(learners().get(name), false, false);
        }
    }
}
