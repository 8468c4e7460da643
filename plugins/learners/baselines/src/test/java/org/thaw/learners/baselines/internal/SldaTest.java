package org.thaw.learners.baselines.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Predictor;
import org.thaw.networks.Kernels;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Supervised;

class SldaTest {
    private static Predictor make(Context context) {
        return new Slda.Factory().create(new Slda.Config(0.5), Blobs.SIGNATURE, context);
    }

    @Test
    void scatterIsThatAroundTheMeansOfTheClassesHoweverTheBatchesFall() {
        float[] x = {0, 0, 2, 2, 4, 1, 6, 1, 4, 4, 5, 1};
        int[] labels = {0, 0, 1, 1, 0, 1};
        // class 0: mean (2, 2), deviations (−2, −2), (0, 0), (2, 2); class 1: mean (5, 1), deviations (−1, 0), (1, 0), (0, 0). Sum [[10, 8], [8, 8]]
        double[] expected = {10 / 6.0, 8 / 6.0, 8 / 6.0, 8 / 6.0};
        for (int batch : new int[] {1, 2, 3, 6}) {
            WithinScatter scatter = new WithinScatter(2, 2, Kernels.standard());
            for (int from = 0; from < 6; from += batch) {
                scatter.add(Arrays.copyOfRange(x, 2 * from, 2 * (from + batch)), Arrays.copyOfRange(labels, from, from + batch), batch);
            }
            assertArrayEquals(expected, scatter.covariance(0), 1e-6, "batches of " + batch);
        }
    }

    @Test
    void weightsAndBiasesFollowFromMeansAndShrunkCovariance() {
        Predictor learner = make(new HostContext(1));
        learner.learn(Tensor.of(new float[] {-1, 0, 1, 0, 2, 3, 4, 3}, 4, 2), Tensor.of(new int[] {0, 0, 1, 1}, 4), Cue.none());
        learner.prepare();
        // covariance diag(1, 0), shrunk by half: diag(1, 1/2); mean of class 1 (3, 3), so w = (3, 6) and b = −(9 + 18)/2; class 0 is all zero
        assertArrayEquals(new float[] {0, 3 + 12 - 13.5f, ClassMeans.UNSEEN, ClassMeans.UNSEEN},
                learner.predict(Tensor.of(new float[] {1, 2}, 1, 2), Cue.none()).floats(), 1e-5f);
    }

    @Test
    void preparesBeforeItHasMetAnything() {
        Predictor learner = make(new HostContext(1));
        learner.prepare();
        assertEquals(ClassMeans.UNSEEN, learner.predict(Tensor.of(new float[] {1, 2}, 1, 2), Cue.none()).floats()[0]);
    }

    @Test
    void learnsOneTaskAfterAnotherWithoutForgetting() {
        Predictor learner = make(new HostContext(1));
        Supervised.learn(learner, Blobs.untold(1, 50), 1, false);
        ArrayData test = Blobs.joined(Blobs.untold(9, 50));
        assertEquals(1, Supervised.accuracy(learner, test), 0.01);
    }
}
