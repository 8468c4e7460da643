package org.thaw.learners.baselines.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Predictor;
import org.thaw.tck.host.HostContext;

/** Whole Fashion-MNIST, one pass: both learners are exact, so the shares are too. */
class FashionMnistTest {
    private static final Signature SIGNATURE = new Signature(Space.Real.of(0, 1, 28, 28), new Space.Categorical(10));

    @BeforeEach
    void needsTheData() {
        if (!FashionMnist.present()) {
            System.err.println("SKIPPED: no " + FashionMnist.FOLDER + "; install Debian's package dataset-fashion-mnist");
        }
        assumeTrue(FashionMnist.present(), "no " + FashionMnist.FOLDER);
    }

    @Test
    void nearestClassMeanReaches6768() throws IOException {
        assertEquals(6768, right(new NearestClassMean.Factory().create(new NearestClassMean.Config(), SIGNATURE, new HostContext(1)), 128));
    }

    @Test
    void sldaReaches8149() throws IOException {
        Predictor slda = new Slda.Factory().create(new Slda.Config(1e-4), SIGNATURE, new HostContext(1));
        assertEquals(8149, right(slda, 128));
    }

    /** Of 10,000 test images. */
    private static int right(Predictor learner, int batch) throws IOException {
        FashionMnist train = FashionMnist.read("train");
        for (int from = 0; from < train.size(); from += batch) {
            int rows = Math.min(batch, train.size() - from);
            learner.learn(train.inputs(from, rows), train.targets(from, rows), Cue.none());
        }
        learner.prepare();
        FashionMnist test = FashionMnist.read("t10k");
        int right = 0;
        for (int from = 0; from < test.size(); from += 1000) {
            Tensor scores = learner.predict(test.inputs(from, 1000), Cue.none());
            for (int row = 0; row < 1000; row++) {
                right += best(scores.floats(), row * 10) == test.labels()[from + row] ? 1 : 0;
            }
        }
        return right;
    }

    private static int best(float[] scores, int from) {
        int best = 0;
        for (int c = 1; c < 10; c++) {
            best = scores[from + c] > scores[from + best] ? c : best;
        }
        return best;
    }
}
