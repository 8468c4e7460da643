package org.thaw.learners.baselines.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.Allocation;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Supervised;

class GenerativeClassifierTest {
    private static final GenerativeClassifier.Config SMALL = new GenerativeClassifier.Config(List.of(12), 2, 0.01, 20);

    /** The laws' blobs lie outside [0, 1]; that does not matter to what is saved and restored. */
    private static Predictor onBlobs(Context context) {
        return new GenerativeClassifier.Factory().create(SMALL, new Signature(Space.Real.of(0, 1, 2), new Space.Categorical(4)), context);
    }

    /** Classes 0 and 1, or 2 and 3: each a pattern of eight bits of which each is wrong with probability 0.1. */
    private static ArrayData patterns(long seed, int... labels) {
        float[][] pattern = {{1, 1, 1, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 1, 1, 1, 1}, {1, 0, 1, 0, 1, 0, 1, 0}, {0, 1, 0, 1, 0, 1, 0, 1}};
        RandomStream random = new HostStream(seed);
        float[][] inputs = new float[60 * labels.length][8];
        int[] targets = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            targets[i] = labels[i % labels.length];
            for (int j = 0; j < 8; j++) {
                inputs[i][j] = random.nextBoolean(0.1) ? 1 - pattern[targets[i]][j] : pattern[targets[i]][j];
            }
        }
        return new ArrayData(inputs, targets, Cue.none());
    }

    @Test
    void learnsOneTaskAfterAnotherWithoutForgetting() {
        Signature bits = new Signature(Space.Real.of(0, 1, 8), new Space.Categorical(4));
        Predictor learner = new GenerativeClassifier.Factory().create(SMALL, bits, new HostContext(1));
        Supervised.learn(learner, List.of(patterns(1, 0, 1), patterns(2, 2, 3)), 15, false);
        double accuracy = Supervised.accuracy(learner, patterns(3, 0, 1, 2, 3));
        assertTrue(accuracy > 0.9, "accuracy " + accuracy);
    }

    @Test
    void stepsAllocateNothing() {
        Allocation.none(GenerativeClassifierTest::onBlobs, false, false);
    }

    @Test
    void refusesInputsOutsideTheUnitInterval() {
        assertThrows(IllegalArgumentException.class, () -> new GenerativeClassifier.Factory().create(SMALL, Blobs.SIGNATURE, new HostContext(1)));
    }
}
