package org.thaw.learners.baselines.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.Blobs;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Supervised;

class NearestClassMeanTest {
    private static Predictor make(Context context) {
        return new NearestClassMean.Factory().create(new NearestClassMean.Config(), Blobs.SIGNATURE, context);
    }

    @Test
    void scoresAreTwiceTheProductWithTheMeanLessItsSquare() {
        Predictor learner = make(new HostContext(1));
        learner.learn(Tensor.of(new float[] {0, 0, 2, 4, 5, 0}, 3, 2), Tensor.of(new int[] {0, 0, 1}, 3), Cue.none());
        learner.prepare();
        // means (1, 2) and (5, 0), at x = (1, 1): 2·3 − 5 = 1 and 2·5 − 25 = −15; the others were never met
        assertArrayEquals(new float[] {1, -15, ClassMeans.UNSEEN, ClassMeans.UNSEEN},
                learner.predict(Tensor.of(new float[] {1, 1}, 1, 2), Cue.none()).floats());
        assertEquals(3, learner.updates());
    }

    @Test
    void learnsOneTaskAfterAnotherWithoutForgetting() {
        Predictor learner = make(new HostContext(1));
        Supervised.learn(learner, Blobs.untold(1, 50), 1, false);
        assertEquals(1, Supervised.accuracy(learner, Blobs.joined(Blobs.untold(9, 50))), 0.01);
    }
}
