package org.thaw.learners.plasticity.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.tck.PredictorContract;
import org.thaw.toolkit.Classifier.Rule;
import org.thaw.toolkit.Start;

/** Every learner that keeps its plasticity keeps the contract of predictors. */
class PlasticityContractTest {
    private static final List<Integer> HIDDEN = List.of(16);

    @Nested
    class ShrinkAndPerturbKeepsIt extends PredictorContract<ShrinkAndPerturb.Config> {
        ShrinkAndPerturbKeepsIt() {
            super(new ShrinkAndPerturb.Factory(), new ShrinkAndPerturb.Config(HIDDEN, Rule.ADAM, 0.01, Start.PYTORCH, 0.9, 0.01, 5));
        }
    }

    @Nested
    class L2InitKeepsIt extends PredictorContract<L2Init.Config> {
        L2InitKeepsIt() {
            super(new L2Init.Factory(), new L2Init.Config(HIDDEN, Rule.ADAM, 0.01, Start.PYTORCH, 0.001));
        }
    }

    @Nested
    class L2KeepsIt extends PredictorContract<L2.Config> {
        L2KeepsIt() {
            super(new L2.Factory(), new L2.Config(HIDDEN, Rule.ADAM, 0.01, Start.PYTORCH, 0.001));
        }
    }

    @Nested
    class ContinualBackpropKeepsIt extends PredictorContract<ContinualBackprop.Config> {
        ContinualBackpropKeepsIt() {
            super(new ContinualBackprop.Factory(), new ContinualBackprop.Config(HIDDEN, Rule.ADAM, 0.01, Start.HE, 0.05, 5, 0.99));
        }
    }
}
