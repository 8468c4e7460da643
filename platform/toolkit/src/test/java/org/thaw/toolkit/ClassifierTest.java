package org.thaw.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;

class ClassifierTest {
    private static final Tensor TWO = Tensor.of(new float[] {2}, 1, 1);

    private static Classifier linear(int classes, Classifier.Rule rule) {
        Signature signature = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(classes));
        Classifier classifier = new Classifier(signature, new HostContext(1), List.of(), rule, 0.1);
        Arrays.fill(classifier.network().parameters(), 0);
        return classifier;
    }

    private static Tensor label(int label) {
        return Tensor.of(new int[] {label}, 1);
    }

    @Test
    void oneStepDescendsTheGradientOfTheCrossEntropy() {
        Classifier classifier = linear(2, Classifier.Rule.SGD);
        // p = 1/2: ∂loss/∂w = (p − y) x = (−1, 1), ∂loss/∂b = (−1/2, 1/2)
        assertEquals(StrictMath.log(2), classifier.learn(TWO, label(0), Cue.none()), 1e-6);
        assertArrayEquals(new float[] {0.1f, -0.1f, 0.05f, -0.05f}, classifier.network().parameters(), 1e-7f);
        assertEquals(1, classifier.updates());
    }

    @Test
    void weightedBatchesAddUpToOneStep() {
        Classifier classifier = linear(2, Classifier.Rule.SGD);
        boolean[] all = classifier.masks().of(Cue.none());
        classifier.accumulate(TWO, label(0), all, 0.25);
        classifier.accumulate(TWO, label(1), all, 0.75);
        classifier.step();
        // 0.25 (−1, 1) + 0.75 (1, −1) = (1/2, −1/2)
        assertArrayEquals(new float[] {-0.05f, 0.05f, -0.025f, 0.025f}, classifier.network().parameters(), 1e-7f);
    }

    @Test
    void classesThatTheCueRulesOutTakeNoPart() {
        Classifier classifier = linear(3, Classifier.Rule.SGD);
        classifier.learn(TWO, label(0), Cue.none().withClasses(0, 2));
        assertArrayEquals(new float[] {0.1f, 0, -0.1f, 0.05f, 0, -0.05f}, classifier.network().parameters(), 1e-7f);
    }

    /** Gradients of 1 twice, from a parameter of 1, at the rate 0.1. */
    @ParameterizedTest
    @CsvSource({
        // m̂ = v̂ = 1 both times
        "ADAM, 0.8",
        // 1 · 0.999 − 0.1 = 0.899, 0.899 · 0.999 − 0.1
        "ADAMW, 0.798101",
        // v = 0.01 and 0.0199: 1 − 0.1/0.1 − 0.1/√0.0199
        "RMSPROP, -0.7088812",
        // v = 1 and 1.9
        "MOMENTUM, 0.71",
        "SGD, 0.8"})
    void everyUpdateRuleTakesItsOwnSteps(Classifier.Rule rule, float expected) {
        Classifier classifier = linear(2, rule);
        Arrays.fill(classifier.network().parameters(), 1);
        Arrays.fill(classifier.network().gradient(), 1);
        classifier.step();
        classifier.step();
        assertEquals(expected, classifier.network().parameters()[0], 1e-5f);
    }

    @ParameterizedTest
    @EnumSource(Classifier.Rule.class)
    void everyUpdateRuleGoesOnFromWhatItSaved(Classifier.Rule rule) {
        Classifier classifier = linear(2, rule);
        classifier.learn(TWO, label(0), Cue.none());
        Classifier restored = linear(2, rule);
        MemoryState.of(classifier).into(restored);
        classifier.learn(TWO, label(1), Cue.none());
        restored.learn(TWO, label(1), Cue.none());
        assertEquals("", MemoryState.of(classifier).difference(MemoryState.of(restored)));
    }

    @Test
    void momentumTakesOverAStateWithoutVelocityAndStartsFresh() {
        Classifier plain = linear(2, Classifier.Rule.SGD);
        plain.learn(TWO, label(0), Cue.none());
        Classifier momentum = linear(2, Classifier.Rule.MOMENTUM);
        MemoryState.of(plain).into(momentum);
        assertArrayEquals(plain.network().parameters(), momentum.network().parameters());
        assertEquals(0, momentum.trained().optimiser().steps());
        assertEquals(1, momentum.updates());
    }

    @ParameterizedTest
    @CsvSource({
        // 1/√2, √(6/(2 + 4)), √(6/2)
        "PYTORCH, 0.70710678, true", "KERAS, 1, false", "HE, 1.7320508, false"})
    void firstValuesLieWithinTheirBound(Start start, float bound, boolean biases) {
        Signature signature = new Signature(Space.Real.of(-10, 10, 2), new Space.Categorical(4));
        float[] drawn = new Classifier(signature, new HostContext(1), List.of(), Classifier.Rule.SGD, 0.1, start).network().parameters();
        float greatest = 0;
        for (int i = 0; i < 8; i++) {
            greatest = Math.max(greatest, Math.abs(drawn[i]));
        }
        assertTrue(greatest <= bound && greatest > bound / 2, greatest + " of " + bound);
        assertEquals(biases, drawn[8] != 0);
    }

    @Test
    void anotherUpdateRuleTakesOverTheNetworkAndStartsFresh() {
        Classifier adam = linear(2, Classifier.Rule.ADAM);
        adam.learn(TWO, label(0), Cue.none());
        Classifier sgd = linear(2, Classifier.Rule.SGD);
        MemoryState.of(adam).into(sgd);
        assertArrayEquals(adam.network().parameters(), sgd.network().parameters());
        assertEquals(1, sgd.updates());
    }

    @Test
    void aNetworkOfAnotherShapeIsRefusedByName() {
        MemoryState state = MemoryState.of(linear(2, Classifier.Rule.SGD));
        String message = assertThrows(IllegalArgumentException.class, () -> state.into(linear(3, Classifier.Rule.SGD))).getMessage();
        assertEquals("the saved dense1.weight is F32[1, 2], this network's is F32[1, 3]", message);
    }

    @Test
    void stepsOnRealTargetsFollowTheMeanSquaredError() {
        Signature signature = new Signature(Space.Real.of(-10, 10, 1), Space.Real.of(-10, 10, 2));
        TrainedNetwork network = new TrainedNetwork(signature, new HostContext(1), List.of(), Classifier.Rule.SGD, 0.1, Start.PYTORCH.initialiser());
        Arrays.fill(network.network().parameters(), 0);
        Tensor target = Tensor.of(new float[] {1, -3}, 1, 2);
        // (1 + 9)/2; ∂/∂ŷ = (ŷ − y) for two numbers
        assertEquals(5, new Objective(signature).accumulate(network, TWO, target, Cue.none()), 1e-6);
        network.step();
        assertArrayEquals(new float[] {0.2f, -0.6f, 0.1f, -0.3f}, network.network().parameters(), 1e-6f);
    }

    @Test
    void hiddenActivationsAreThoseOfTheLastBatchThoughBuffersGrow() {
        Signature signature = new Signature(Space.Real.of(-10, 10, 1), new Space.Categorical(2));
        TrainedNetwork network = new TrainedNetwork(signature, new HostContext(1), List.of(3), Classifier.Rule.SGD, 0.1, Start.HE.initialiser());
        network.forward(TWO);
        float[] one = Arrays.copyOf(network.rectified(0), 3);
        network.forward(Tensor.of(new float[] {5, 2, 1}, 3, 1));
        assertArrayEquals(one, Arrays.copyOfRange(network.rectified(0), 3, 6));
    }

    @Test
    void bytesAreScaledToOne() {
        Features features = new Features(new Space.Real(Tensor.Type.U8, List.of(2), 0, 255));
        assertArrayEquals(new float[] {0, 1}, Arrays.copyOf(features.of(Tensor.of(new byte[] {0, (byte) 255}, 1, 2)), 2));
    }

    @Test
    void rowsOfAReplayAreMaskedEachByItsOwnCue() {
        Masks masks = new Masks(3);
        Cue[] own = {Cue.none().withClasses(0), Cue.none().withClasses(1, 2)};
        assertArrayEquals(new boolean[] {true, false, false, false, true, true}, masks.of(own));
        assertArrayEquals(new boolean[] {true, false, true, false, true, true}, masks.of(own, Cue.none().withClasses(2)));
        assertTrue(masks.of(Cue.none()).length == 0);
    }
}
