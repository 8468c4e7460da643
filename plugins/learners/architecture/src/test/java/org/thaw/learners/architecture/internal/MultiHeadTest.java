package org.thaw.learners.architecture.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Tensor;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.QuietContext;
import org.thaw.tck.host.Supervised;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.Classifier.Rule;
import org.thaw.toolkit.Start;

class MultiHeadTest {
    private static final Tensor X = Tensor.of(new float[] {1, 2}, 1, 2);
    private static final Cue FIRST = Cue.none().withTask(7).withClasses(0, 1);
    private static final Cue SECOND = Cue.none().withTask(3).withClasses(0, 1);

    private static MultiHead make(List<Integer> hidden, Rule rule, Context context) {
        return new MultiHead.Factory().create(new MultiHead.Config(hidden, rule, 0.01, Start.PYTORCH), Blobs.SIGNATURE, context);
    }

    private static MultiHead make(Context context) {
        return make(List.of(16), Rule.ADAM, context);
    }

    private static Tensor label(int label) {
        return Tensor.of(new int[] {label}, 1);
    }

    /** The same inputs for both tasks, 0 and 1 the other way round in the second. */
    private static List<ArrayData> opposites() {
        ArrayData one = Blobs.of(FIRST, 1, 40, 0, 1);
        int[] turned = one.targets().clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = 1 - turned[i];
        }
        return List.of(one, new ArrayData(one.inputs(), turned, SECOND));
    }

    /** One head for both would be right on one task where it is wrong on the other: 1 in all. */
    @Test
    void tasksThatContradictEachOtherAreBothLearned() {
        MultiHead learner = make(new HostContext(1));
        RandomStream order = new HostStream(5);
        for (int epoch = 0; epoch < 10; epoch++) {
            for (ArrayData task : opposites()) {
                Supervised.pass(learner, task, 8, order);
            }
        }
        for (ArrayData task : opposites()) {
            assertTrue(Supervised.accuracy(learner, task) > 0.95, task.cue() + ": " + Supervised.accuracy(learner, task));
        }
    }

    /** Without a trunk there is nothing to share: whatever momentum an optimiser keeps, it moves the told task's head alone. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void aHeadRestsWhileAnotherIsTrained(Rule rule) {
        MultiHead learner = make(List.of(), rule, new HostContext(1));
        learner.learn(X, label(0), FIRST);
        learner.learn(X, label(0), FIRST);
        Tensor before = learner.predict(X, FIRST).copy();
        learner.learn(X, label(0), SECOND);
        Tensor second = learner.predict(X, SECOND).copy();
        assertTrue(before.sameBits(learner.predict(X, FIRST)));
        learner.learn(X, label(1), FIRST);
        assertTrue(second.sameBits(learner.predict(X, SECOND)));
        assertFalse(before.sameBits(learner.predict(X, FIRST)));
    }

    @Test
    void theFirstTaskIsLearnedAsByAnOrdinaryNetwork() {
        MultiHead learner = make(new HostContext(1));
        Classifier ordinary = new Classifier(Blobs.SIGNATURE, new HostContext(1), List.of(16), Rule.ADAM, 0.01);
        for (int i = 0; i < 3; i++) {
            learner.learn(X, label(0), FIRST);
            ordinary.learn(X, label(0), FIRST);
        }
        assertTrue(ordinary.predict(X).sameBits(learner.predict(X, FIRST)));
    }

    @Test
    void laterHeadsAreDrawnFromTheirStream() {
        HostContext host = new HostContext(1);
        MultiHead learner = make(List.of(), Rule.SGD, host);
        learner.learn(X, label(0), FIRST);
        Tensor unmet = learner.predict(X, SECOND).copy();
        learner.learn(X, label(0), SECOND);
        // a bound of 1/√2 for 8 weights and 4 biases, drawn in this order; class 2 cannot occur, so its scores are as drawn
        RandomStream stream = new HostContext(1).random("heads");
        float[] drawn = new float[12];
        for (int i = 0; i < 12; i++) {
            drawn[i] = (float) ((2 * stream.nextDouble() - 1) / Math.sqrt(2));
        }
        assertEquals(drawn[2] + 2 * drawn[6] + drawn[10], learner.predict(X, SECOND).floats()[2], 1e-6f);
        assertFalse(unmet.sameBits(learner.predict(X, SECOND)));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void allHeadsAndTheirMomentsComeBack(Rule rule) {
        HostContext host = new HostContext(1);
        MultiHead learner = make(List.of(4), rule, host);
        for (int i = 0; i < 3; i++) {
            learner.learn(X, label(i % 2), FIRST);
            learner.learn(X, label(1), SECOND);
        }
        HostContext other = new HostContext(2);
        MultiHead restored = make(List.of(4), rule, other);
        MemoryState.of(learner).into(restored);
        MemoryState.of(host).into(other);
        for (Cue cue : List.of(FIRST, SECOND, Cue.none().withTask(0))) {
            assertTrue(learner.predict(X, cue).sameBits(restored.predict(X, cue)), cue.toString());
            learner.learn(X, label(0), cue);
            restored.learn(X, label(0), cue);
        }
        assertEquals("", MemoryState.of(learner).difference(MemoryState.of(restored)));
    }

    @Test
    void anotherUpdateRuleTakesOverTheHeadsAndStartsFresh() {
        MultiHead adam = make(List.of(), Rule.ADAM, new HostContext(1));
        adam.learn(X, label(0), FIRST);
        adam.learn(X, label(0), SECOND);
        MultiHead adamW = make(List.of(), Rule.ADAMW, new HostContext(1));
        MemoryState.of(adam).into(adamW);
        float before = adam.predict(X, FIRST).floats()[0];
        assertEquals(before, adamW.predict(X, FIRST).floats()[0]);
        adamW.learn(X, label(0), FIRST);
        // the first step of fresh moments is the rate for each weight, x = (1, 2, and 1 for the bias); with Adam's it would be 1.3 times that
        assertEquals(before + 0.01 * (1 + 2 + 1), adamW.predict(X, FIRST).floats()[0], 1e-3);
    }

    @Test
    void takesThePlaceOfANetworkWithOneHead() {
        Classifier ordinary = new Classifier(Blobs.SIGNATURE, new HostContext(1), List.of(16), Rule.ADAM, 0.01);
        ordinary.learn(X, label(0), Cue.none());
        MultiHead learner = make(new HostContext(2));
        learner.learn(X, label(1), FIRST);
        learner.learn(X, label(1), SECOND);
        MemoryState.of(ordinary).into(learner);
        assertTrue(ordinary.predict(X).sameBits(learner.predict(X, FIRST)));
        assertTrue(ordinary.predict(X).sameBits(learner.predict(X, SECOND)));
        ordinary.learn(X, label(1), FIRST);
        learner.learn(X, label(1), FIRST);
        assertArrayEquals(ordinary.predict(X).floats(), learner.predict(X, FIRST).floats());
    }

    @Test
    void stepsAllocateNothing() {
        Allocation.none(MultiHeadTest::make, true, false);
    }

    @Test
    void goingFromTaskToTaskAllocatesNothing() {
        // until it is compiled, the Vector API allocates on its own account
        System.setProperty("thaw.kernels", "plain");
        MultiHead learner;
        try {
            learner = make(new QuietContext(1));
        } finally {
            System.clearProperty("thaw.kernels");
        }
        Tensor label = label(0);
        Allocation.free(200, () -> {
            for (int i = 0; i < 100; i++) {
                learner.learn(X, label, FIRST);
                learner.learn(X, label, SECOND);
                learner.predict(X, FIRST);
            }
        });
    }

    @Test
    void asksForTheTask() {
        MultiHead learner = make(new HostContext(1));
        for (String message : List.of(assertThrows(IllegalArgumentException.class, () -> learner.predict(X, Cue.none())).getMessage(),
                assertThrows(IllegalArgumentException.class, () -> learner.learn(X, label(0), Cue.none())).getMessage())) {
            assertTrue(message.startsWith("multi-head needs a cue that tells the task"), message);
        }
    }
}
