package org.thaw.learners.regularisation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier;

class EwcTest {
    private static final ArrayData TWO_EXAMPLES = new ArrayData(new float[][] {{2}, {-1}}, new int[] {0, 1}, Cue.none());

    private static Predictor make(Context context, double lambda) {
        Ewc.Config config = new Ewc.Config(List.of(16), Classifier.Rule.ADAM, 0.01, lambda, FisherDiagonal.Information.EXACT, 0);
        return new Ewc.Factory().create(config, Blobs.SIGNATURE, context);
    }

    private static Predictor linear(FisherDiagonal.Information information) {
        Signature signature = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(2));
        return new Ewc.Factory().create(new Ewc.Config(List.of(), Classifier.Rule.SGD, 0.1, 1, information, 0), signature, new HostContext(1));
    }

    /** The importance of weights and biases after the two examples, read out of the saved state. */
    private static float[] importance(Predictor learner) {
        learner.end(Cue.none(), TWO_EXAMPLES);
        float[] importance = new float[4];
        MemoryState.of(learner).into(new Stateful() {
            @Override
            public void save(StateWriter out) {
            }

            @Override
            public void restore(StateReader in) {
                in.in("ewc").into("importance", Tensor.of(importance, 4));
            }
        });
        return importance;
    }

    /** Probability of class 0. */
    private static double probability(Predictor learner, float x) {
        float[] scores = learner.predict(Tensor.of(new float[] {x}, 1, 1), Cue.none()).floats();
        return 1 / (1 + StrictMath.exp(scores[1] - scores[0]));
    }

    @Test
    void exactFisherOfALinearModelIsItsClosedForm() {
        Predictor learner = linear(FisherDiagonal.Information.EXACT);
        double p = probability(learner, 2);
        double q = probability(learner, -1);
        // E_y (p − [y = c])² x² = p (1 − p) x² for weights of either class, without x² for biases; the mean over both examples
        float weight = (float) ((p * (1 - p) * 4 + q * (1 - q)) / 2);
        float bias = (float) ((p * (1 - p) + q * (1 - q)) / 2);
        assertArrayEquals(new float[] {weight, weight, bias, bias}, importance(learner), 1e-5f);
    }

    @Test
    void empiricalFisherTakesTheTrueLabels() {
        Predictor learner = linear(FisherDiagonal.Information.EMPIRICAL);
        double p = probability(learner, 2) - 1;
        double q = probability(learner, -1);
        float weight = (float) ((p * p * 4 + q * q) / 2);
        float bias = (float) ((p * p + q * q) / 2);
        assertArrayEquals(new float[] {weight, weight, bias, bias}, importance(learner), 1e-5f);
    }

    private static double forgetting(double lambda) {
        Predictor learner = make(new HostContext(1), lambda);
        Cue all = Cue.none();
        // the same two classes, elsewhere in the second task
        ArrayData first = Blobs.of(all, 1, 60, 0, 1);
        ArrayData shifted = Blobs.of(all, 2, 60, 2, 3);
        int[] labels = shifted.targets().clone();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = 3 - labels[i];
        }
        Supervised.learn(learner, List.of(first), 20, false);
        double before = Supervised.accuracy(learner, first);
        Supervised.learn(learner, List.of(new ArrayData(shifted.inputs(), labels, all)), 20, false);
        return before - Supervised.accuracy(learner, first);
    }

    @Test
    void forgetsLessWithThePenaltyThanWithout() {
        double without = forgetting(0);
        double with = forgetting(1000);
        assertTrue(without > with + 0.2, without + " against " + with);
    }
}
